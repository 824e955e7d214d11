package tako.server.delivery.run;

import java.time.Instant;
import java.util.Optional;

/** What an item waits for while nothing of it runs. */
sealed interface Waiting {
    /** When it began to. */
    Instant since();

    /**
     * What has become of a question.
     *
     * @param question {@code Interruptions-n}
     * @param until when nobody can answer it any more
     * @param blocks whether others queue behind the run meanwhile
     */
    record Answer(String question, Instant since, Instant until, boolean blocks) implements Waiting {}

    /** The end of another task. */
    record End(String task, Instant since) implements Waiting {}

    /** A time: then it runs again. */
    record Pause(Instant since, Instant until) implements Waiting {}

    /** The id of what it waits for; empty for a time. */
    default Optional<String> id() {
        return switch (this) {
            case Answer answer -> Optional.of(answer.question);
            case End end -> Optional.of(end.task);
            case Pause pause -> Optional.empty();
        };
    }

    /** When it is over whatever happens, if ever. */
    default Optional<Instant> over() {
        return switch (this) {
            case Answer answer -> Optional.of(answer.until);
            case End end -> Optional.empty();
            case Pause pause -> Optional.of(pause.until);
        };
    }

    /** Whether the run goes on by itself, or wants others to queue behind it; people alone let others pass. */
    default boolean keepsLocks() {
        return switch (this) {
            case Answer answer -> answer.blocks;
            case End end -> true;
            case Pause pause -> true;
        };
    }

    /** Whether the item's target does nothing else meanwhile. */
    default boolean keepsTarget() {
        return switch (this) {
            case Answer answer -> answer.blocks;
            case End end -> false;
            case Pause pause -> true;
        };
    }
}
