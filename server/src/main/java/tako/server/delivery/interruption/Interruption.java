package tako.server.delivery.interruption;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question as stored.
 *
 * @param id {@code Interruptions-n}
 * @param instructions Markdown, without secrets
 * @param teams whose members may answer, as they were asked for; empty for whoever may answer everything
 * @param holder who has taken responsibility
 * @param answer what was answered; empty in all states but one
 */
record Interruption(
        String id,
        About about,
        String title,
        String instructions,
        List<String> teams,
        Times times,
        InterruptionState state,
        Optional<Holder> holder,
        Optional<Answer> answer) {

    /**
     * Where it comes from, and what it is about.
     *
     * @param activity the node of the task's log that asks, "" for none
     * @param regards ids of the documents, and of its task
     */
    record About(String space, String task, String activity, List<String> regards) {}

    /**
     * When it was put and until when it waits.
     *
     * @param ended when it was answered, expired or withdrawn
     */
    record Times(Instant created, Instant deadline, Optional<Instant> ended) {}

    /** Who has taken responsibility, by the user's id. */
    record Holder(String user, Instant since) {}

    /** What somebody answered. */
    record Answer(Decision.Verdict verdict, String notes, Decision.Person by) {}

    boolean isPending() {
        return state == InterruptionState.PENDING;
    }

    /** Whether it is open although its time is over: nobody may decide it any more, and the run that asked lets it expire. */
    boolean isOverdue(Instant now) {
        return isPending() && !times.deadline().isAfter(now);
    }

    /** Whether this user has taken responsibility. */
    boolean isHeldBy(String user) {
        return holder.filter(by -> by.user().equalsIgnoreCase(user)).isPresent();
    }

    /** What became of it; empty as long as it is open. */
    Optional<Decision> decision() {
        return switch (state) {
            case PENDING -> Optional.empty();
            case ANSWERED -> answer.map(given -> new Decision.Answered(given.verdict(), given.notes(), given.by()));
            case EXPIRED -> Optional.of(new Decision.Expired(times.deadline()));
            case WITHDRAWN -> Optional.of(new Decision.Withdrawn());
        };
    }
}
