package tako.server.infrastructure.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.infrastructure.machine.TargetProbe.Finding;
import tako.server.infrastructure.machine.TargetProbe.Health;
import tako.server.resource.Members;
import tools.jackson.databind.node.ObjectNode;

/** The members of a target or worker that tell how it is: the server's own, whatever a client sends in them. */
public final class HealthMembers {
    /** How a target is that nobody has asked yet. */
    public static final Finding NOT_CHECKED = new Finding(Health.UNKNOWN, "It has not been checked yet.");

    private static final String HEALTH = "HealthStatus";
    private static final String SUMMARY = "StatusSummary";
    /** What older clients read. */
    private static final String STATUS = "Status";

    private static final List<String> ALL = List.of(HEALTH, SUMMARY, STATUS, "HasLatestCalamari", "IsInProcess");
    private static final Map<String, String> STATUSES = Map.of(
            Health.HEALTHY.wireName(),
            "Online",
            Health.HAS_WARNINGS.wireName(),
            "Online",
            Health.UNHEALTHY.wireName(),
            "Offline",
            Health.UNAVAILABLE.wireName(),
            "Offline");

    private HealthMembers() {}

    /** A client's body without what it says of the health. */
    public static ObjectNode without(ObjectNode body) {
        ObjectNode rest = body.deepCopy();
        ALL.forEach(member -> Members.remove(rest, member));
        return rest;
    }

    /** A client's body with the health as it is stored. */
    static ObjectNode kept(ObjectNode body, ObjectNode stored) {
        ObjectNode rest = without(body);
        List.of(HEALTH, SUMMARY)
                .forEach(member -> Members.find(stored, member).ifPresent(value -> rest.set(member, value)));
        return rest;
    }

    /** Writes what was found into a document's JSON. */
    public static void write(ObjectNode json, Finding finding) {
        json.put(HEALTH, finding.health().wireName());
        json.put(SUMMARY, finding.summary());
        boolean disabled = json.path("IsDisabled").asBoolean(false);
        json.put(STATUS, status(disabled, finding.health().wireName()));
    }

    /** Fills what is not said: what is known without asking, else that nobody has asked. */
    static void complete(ObjectNode json, Optional<Finding> known) {
        Finding present = new Finding(
                Health.of(json.path(HEALTH).asString("")), json.path(SUMMARY).asString(""));
        write(json, known.orElse(present.summary().isEmpty() ? NOT_CHECKED : present));
    }

    /** The word that connections and older clients have for it. */
    public static String status(boolean disabled, String healthStatus) {
        return disabled ? "Disabled" : STATUSES.getOrDefault(healthStatus, "Unknown");
    }
}
