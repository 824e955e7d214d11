package tako.steps.kubernetes.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.delivery.step.StepLog;
import tako.steps.kubernetes.cluster.Cluster;
import tako.steps.kubernetes.cluster.ClusterException;
import tako.steps.kubernetes.cluster.ObjectKind;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.cluster.Selection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says why a rollout failed: the cause in one sentence with the way out, and in the verbose log what a person would look up:
 * conditions, events, and the last lines of what failed. What cannot be read is left out, and a cluster that does not answer is not
 * asked again, so that no more than one request's bound is added to the rollout's. For one failure.
 */
public final class FailureDescription {
    private static final int MOST_PODS = 3;
    private static final int LINES = 20;
    private static final int MOST_EVENTS = 15;

    private final Cluster cluster;
    private final StepLog log;
    private Optional<ClusterException> silence = Optional.empty();

    /** Descriptions of what happens in a cluster. */
    public FailureDescription(Cluster cluster, StepLog log) {
        this.cluster = cluster;
        this.log = log;
    }

    /** The cause in one sentence and the way out; details go to the log. Nothing is thrown for want of details. */
    public String describe(RolloutResult.Failed failed) throws InterruptedException {
        conditions(failed.object());
        var events = events(failed);
        events.stream().limit(MOST_EVENTS).forEach(event -> log.verbose(line(event)));
        for (var pod : failed.pods().stream().limit(MOST_PODS).toList()) {
            conditions(pod);
            lastLines(pod);
        }
        return cause(failed, events);
    }

    private String cause(RolloutResult.Failed failed, List<ObjectNode> events) {
        var subject = Titles.of(failed.object());
        if (failed.trouble().isPresent()) {
            var trouble = failed.trouble().get();
            return subject + " " + failed.why() + ": " + trouble.what() + ", " + trouble.title() + ". "
                    + trouble.kind().wayOut();
        }
        if (silence.isPresent()) {
            return subject + " " + failed.why() + ", and the cluster does not tell why. "
                    + silence.get().sentence();
        }
        return events.stream()
                .filter(event -> event.path("type").asString("").equals("Warning"))
                .findFirst()
                .map(event -> subject + " " + failed.why() + ": "
                        + sentence(event.path("message").asString("")) + " ("
                        + event.path("reason").asString("")
                        + "). The step's verbose log has the events and the last lines.")
                .orElseGet(() -> subject + " " + failed.why() + ". " + unexplained(failed));
    }

    private static String unexplained(RolloutResult.Failed failed) {
        return failed.pods().isEmpty()
                ? "Look at it in the cluster, or give the step more time."
                : "Its pods run but are not ready: check the readiness probe and the last lines in the verbose log, or give the step more time.";
    }

    private static String sentence(String message) {
        var text = message.strip().replaceAll("\\s+", " ");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private void conditions(JsonNode object) {
        object.path("status")
                .path("conditions")
                .forEach(condition -> log.verbose(Titles.of(object) + ": "
                        + condition.path("type").asString("") + " is "
                        + condition.path("status").asString("")
                        + Stream.of("reason", "message")
                                .map(part -> condition.path(part).asString(""))
                                .filter(text -> !text.isEmpty())
                                .map(text -> ", " + text)
                                .collect(Collectors.joining())));
        PodRules.containers(object)
                .forEach(container -> log.verbose(Titles.of(object) + ", container "
                        + container.path("name").asString("") + ": " + container.path("state") + ", "
                        + container.path("restartCount").asInt(0) + " restarts"));
    }

    /** Events of the object and its pods, the newest first. */
    private List<ObjectNode> events(RolloutResult.Failed failed) throws InterruptedException {
        var uids = Stream.concat(
                        Stream.of(failed.object()),
                        Stream.concat(
                                failed.trouble().stream().map(Trouble::object),
                                failed.pods().stream().limit(MOST_PODS)))
                .map(ObjectRef::uid)
                .distinct()
                .toList();
        var namespace = failed.object().path("metadata").path("namespace").asString("");
        var events = new ArrayList<ObjectNode>();
        for (var uid : uids) {
            events.addAll(events(namespace, uid));
        }
        events.sort(Comparator.comparing(FailureDescription::time).reversed());
        return events;
    }

    private List<ObjectNode> events(String namespace, String uid) throws InterruptedException {
        if (silence.isPresent()) {
            return List.of();
        }
        try {
            return cluster.list(new Selection(ObjectKind.EVENT, namespace, "", "involvedObject.uid=" + uid))
                    .items();
        } catch (ClusterException e) {
            silence = Optional.of(e).filter(failure -> failure.failure().isPassing());
            log.verbose("Its events cannot be shown: " + e.sentence());
            return List.of();
        }
    }

    private static String time(JsonNode event) {
        return Stream.of("lastTimestamp", "eventTime", "firstTimestamp")
                .map(member -> event.path(member).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String line(JsonNode event) {
        return "Event " + time(event) + ", "
                + event.path("involvedObject").path("kind").asString("") + " "
                + event.path("involvedObject").path("name").asString("") + ": "
                + event.path("reason").asString("") + ", "
                + sentence(event.path("message").asString(""));
    }

    private void lastLines(ObjectNode pod) throws InterruptedException {
        var container = PodRules.suspect(pod);
        if (container.isEmpty() || silence.isPresent()) {
            return;
        }
        var place = new ObjectRef(
                ObjectKind.POD,
                pod.path("metadata").path("namespace").asString(""),
                pod.path("metadata").path("name").asString(""));
        var lines = lines(place, container.get(), false).filter(found -> !found.isEmpty());
        if (lines.isEmpty()) {
            lines = lines(place, container.get(), true);
        }
        lines.filter(found -> !found.isEmpty()).ifPresent(found -> {
            log.verbose("The last lines of " + place.title() + ", container " + container.get() + ":");
            found.forEach(line -> log.verbose("  " + line));
        });
    }

    private Optional<List<String>> lines(ObjectRef pod, String container, boolean previous)
            throws InterruptedException {
        try {
            return Optional.of(cluster.logTail(pod, container, previous, LINES));
        } catch (ClusterException e) {
            // A container that never started, or a node that is gone, has no lines.
            return Optional.empty();
        }
    }
}
