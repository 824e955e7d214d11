package tako.server.delivery.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.task.TaskState;

/**
 * Which tasks a list shows. Empty parts mean no filter.
 *
 * @param states any of these
 * @param kinds any of these, by their exact names, ignoring case
 * @param subject values of the columns {@code project, environment, tenant, runbook}
 * @param text descriptions that contain this, ignoring case
 * @param target the id of a deployment target that they deal with
 * @param node the node that ran it last
 * @param flags tri-state filters
 * @param times bounds of instants, by column and direction
 */
record TaskQuery(
        List<String> ids,
        Set<TaskState> states,
        List<String> kinds,
        Map<String, String> subject,
        Optional<String> target,
        Optional<String> text,
        Optional<String> node,
        Flags flags,
        Times times,
        int skip,
        int take) {
    /**
     * Filters that say yes, no, or nothing.
     *
     * @param orInterrupted whether tasks that wait for a person are shown beside those in the states, or alone when there are none
     */
    record Flags(Optional<Boolean> pendingInterruptions, Optional<Boolean> warningsOrErrors, boolean orInterrupted) {
        static final Flags NONE = new Flags(Optional.empty(), Optional.empty(), false);

        Flags inAnyState() {
            return new Flags(pendingInterruptions, warningsOrErrors, false);
        }
    }

    /** Bounds of instants, both inclusive, by the column ({@code queued_at}). */
    record Times(Map<String, Instant> from, Map<String, Instant> to) {
        static final Times ANY = new Times(Map.of(), Map.of());
    }

    /** Those that deal with a deployment target, of these kinds or of any. */
    static TaskQuery ofTarget(String target, List<String> kinds, int skip, int take) {
        return new TaskQuery(
                List.of(),
                Set.of(),
                kinds,
                Map.of(),
                Optional.of(target),
                Optional.empty(),
                Optional.empty(),
                Flags.NONE,
                Times.ANY,
                skip,
                take);
    }

    /** The same whatever the states. */
    TaskQuery inAnyState() {
        return new TaskQuery(ids, Set.of(), kinds, subject, target, text, node, flags.inAnyState(), times, skip, take);
    }
}
