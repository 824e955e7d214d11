package tako.server.delivery.step;

import java.util.Map;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Decision;

/**
 * What an action comes to that has waited.
 *
 * @param outcome how it ends; it does not wait again
 * @param outputs variables that it sets for those after it, by their names
 */
public record Conclusion(Outcome outcome, Map<String, String> outputs) {
    public Conclusion {
        outputs = Map.copyOf(outputs);
    }

    /** What is usually meant: consent and success let the run go on, everything else is a failure. */
    public static Conclusion usual(Happened happened) {
        return new Conclusion(outcome(happened), Map.of());
    }

    private static Outcome outcome(Happened happened) {
        return switch (happened) {
            case Happened.Decided(Decision decision) -> outcome(decision);
            case Happened.Ended(String task, TaskState state, String reason)
            when state == TaskState.SUCCESS -> new Outcome.Succeeded();
            case Happened.Ended(String task, TaskState state, String reason) ->
                new Outcome.Failed(
                        task + " ended as " + state.wireName() + "." + (reason.isEmpty() ? "" : " " + reason));
        };
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case Decision.Answered(Decision.Verdict verdict, String notes, Decision.Person by) ->
                switch (verdict) {
                    case PROCEED -> new Outcome.Succeeded();
                    case ABORT ->
                        new Outcome.Failed(
                                by.displayName() + " aborted." + (notes.isBlank() ? "" : " Notes: " + notes));
                };
            case Decision.Expired ignored -> new Outcome.Failed("Nobody answered in time.");
            case Decision.Withdrawn() -> new Outcome.Failed("The question was withdrawn.");
        };
    }
}
