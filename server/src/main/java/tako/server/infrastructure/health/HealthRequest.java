package tako.server.infrastructure.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tako.server.infrastructure.machine.TimeSpan;
import tako.server.resource.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which targets of a space are to be checked. Empty parts mean no restriction: all of them.
 *
 * @param machines ids of targets
 * @param environment the id of an environment
 * @param bound how long a target may take; empty for the server's bound
 */
record HealthRequest(List<String> machines, Optional<String> environment, Optional<Duration> bound) {
    private static final Set<String> RESTRICTIONS = Set.of("", "deploymenttargets", "unlimited");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Targets that one request names at most; one for all of a space or of an environment names none. */
    static final int MOST = 1000;

    /** A check of some targets that the server itself wants. */
    static HealthRequest of(List<String> machines) {
        return new HealthRequest(machines, Optional.empty(), Optional.empty());
    }

    /** What a client asks for in the member {@code Arguments} of a task. */
    static HealthRequest of(ObjectNode arguments) {
        return new HealthRequest(
                texts(arguments, "MachineIds"),
                text(arguments, "EnvironmentId"),
                text(arguments, "MachineTimeout").flatMap(TimeSpan::parse).filter(HealthRequest::isUsable));
    }

    /** What cannot be asked for, each a sentence. */
    static List<String> problems(ObjectNode arguments) {
        var problems = new ArrayList<String>();
        Members.find(arguments, "MachineIds").flatMap(HealthRequest::unusable).ifPresent(problems::add);
        text(arguments, "RestrictedTo")
                .filter(restriction -> !RESTRICTIONS.contains(restriction.toLowerCase(Locale.ROOT)))
                .ifPresent(restriction -> problems.add("Arguments.RestrictedTo: '" + restriction
                        + "' cannot be checked by this server. Send \"DeploymentTargets\"."));
        text(arguments, "WorkerPoolId")
                .ifPresent(
                        pool -> problems.add(
                                "Arguments.WorkerPoolId: '" + pool
                                        + "' holds workers, which this server does not check. Name deployment targets or an environment."));
        text(arguments, "MachineTimeout")
                .filter(span ->
                        TimeSpan.parse(span).filter(HealthRequest::isUsable).isEmpty())
                .ifPresent(span -> problems.add("Arguments.MachineTimeout: '" + span
                        + "' is no time span from 00:00:01 to 00:05:00. Send e.g. \"00:01:00\"."));
        return problems;
    }

    private static boolean isUsable(Duration bound) {
        return bound.isPositive() && bound.compareTo(LONGEST) <= 0;
    }

    /** The arguments as clients read them. */
    Map<String, String> arguments() {
        var arguments = new LinkedHashMap<String, String>();
        if (!machines.isEmpty()) {
            arguments.put("MachineIds", String.join(",", machines));
        }
        environment.ifPresent(id -> arguments.put("EnvironmentId", id));
        bound.ifPresent(span -> arguments.put("MachineTimeout", TimeSpan.text(span)));
        return arguments;
    }

    private static Optional<String> text(ObjectNode arguments, String member) {
        return Members.find(arguments, member)
                .map(node -> node.asString("").strip())
                .filter(text -> !text.isEmpty());
    }

    /** Why a list of ids is none. To take it for no restriction would check what nobody asked for. */
    private static Optional<String> unusable(JsonNode ids) {
        boolean isList = ids.isArray() && ids.valueStream().allMatch(HealthRequest::isId);
        if (!ids.isNull() && !ids.isString() && !isList) {
            return Optional.of("Arguments.MachineIds: this is no list of ids of deployment targets. Send e.g."
                    + " [\"Machines-1\"], or leave it out for all of them.");
        }
        return ids.size() > MOST
                ? Optional.of("Arguments.MachineIds: these are " + ids.size() + " targets, and at most " + MOST
                        + " can be named at once. Name an environment, or leave it out for all of them.")
                : Optional.empty();
    }

    private static boolean isId(JsonNode node) {
        return node.isString() && !node.asString().isBlank();
    }

    /** A single text is a list of one. */
    private static List<String> texts(ObjectNode arguments, String member) {
        return Members.find(arguments, member).stream()
                .flatMap(node -> node.isString() ? Stream.of(node) : node.valueStream())
                .map(node -> node.asString("").strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
