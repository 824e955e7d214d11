package tako.platform.notice;

import java.util.Map;

/**
 * Something changed; what it looks like now is asked for by the ordinary address.
 *
 * @param kind {@code Environment}, {@code Task}, {@code Log}: for a log the id is its task's and the revision its last line
 * @param id of what changed
 * @param space where it lies, "" for the system
 * @param revision grows with each change; a version, or a line number
 * @param facts what helps to decide who cares: {@code ProjectId}, {@code EnvironmentId}, {@code State}
 */
public record Notice(String kind, String id, String space, long revision, Map<String, String> facts) {
    /** The kind of notices about logs, which only those get who ask for one. */
    public static final String LOG = "Log";

    public Notice {
        facts = Map.copyOf(facts);
    }

    /** A notice without facts. */
    public static Notice of(String kind, String id, String space, long revision) {
        return new Notice(kind, id, space, revision, Map.of());
    }

    /** What it is about: a later notice about the same makes an earlier one superfluous. */
    record Subject(String kind, String id) {}

    Subject subject() {
        return new Subject(kind, id);
    }
}
