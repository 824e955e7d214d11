package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Question;
import tako.server.delivery.step.Happened;

/** What the log says of waiting. Pure. */
final class WaitTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WaitTexts() {}

    /** For whom an item waits that asks people. */
    static String asks(Question question, Waiting.Answer waiting) {
        String whom = question.responsibleTeams().isEmpty()
                ? "somebody who may"
                : "a member of " + String.join(" or ", question.responsibleTeams());
        return "Waiting for " + whom + " to answer '" + question.title() + "' (" + waiting.question() + "), until "
                + TIME.format(waiting.until()) + "."
                + (waiting.blocks() ? " Others queue behind this task meanwhile." : "");
    }

    /** For what an item waits. */
    static String waits(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Answer answer ->
                "Waiting for an answer to " + answer.question() + ", until " + TIME.format(answer.until()) + ".";
            case Waiting.End end -> "Waiting for the end of " + end.task() + ".";
            case Waiting.Pause pause -> "Waiting for the next attempt, until " + TIME.format(pause.until()) + ".";
        };
    }

    /** What has happened that an item waited for. */
    static String happened(Waiting waiting, Happened happened) {
        return switch (happened) {
            case Happened.Decided(Decision decision) -> decided(waiting, decision);
            case Happened.Ended(String task, TaskState state, String reason) ->
                task + " ended as " + state.wireName() + "." + (reason.isEmpty() ? "" : " " + reason);
        };
    }

    private static String decided(Waiting waiting, Decision decision) {
        return switch (decision) {
            case Decision.Answered(Decision.Verdict verdict, String notes, Decision.Person by) ->
                by.displayName() + " (" + by.username() + ") " + verb(verdict) + "."
                        + (notes.isBlank() ? "" : " Notes: " + notes);
            case Decision.Expired overdue -> "Nobody answered within " + span(waiting) + ", so it does not go on.";
            case Decision.Withdrawn() -> "The question was withdrawn.";
        };
    }

    private static String verb(Decision.Verdict verdict) {
        return switch (verdict) {
            case PROCEED -> "decided to proceed";
            case ABORT -> "decided to abort";
        };
    }

    private static String span(Waiting waiting) {
        Instant over = waiting.over().orElse(waiting.since());
        return span(Duration.between(waiting.since(), over));
    }

    /** A time in the unit that says it best: {@code 30 days}, {@code 36 hours}, {@code 90 seconds}. */
    static String span(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds >= 2 * 86_400) {
            return counted(Math.round(seconds / 86_400.0), "day");
        }
        if (seconds >= 2 * 3_600) {
            return counted(Math.round(seconds / 3_600.0), "hour");
        }
        return seconds >= 120 ? counted(Math.round(seconds / 60.0), "minute") : counted(seconds, "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
