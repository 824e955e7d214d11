package tako.server.delivery.step;

import java.util.List;
import java.util.Set;
import tako.server.projects.process.ActionTypeRule;

/**
 * A family's way to carry out an action. {@link #render} is pure and feeds preview, diff, approval and record; {@link #run}
 * applies just what was rendered.
 *
 * @param <R> what this handler renders
 */
public interface StepHandler<R extends Rendering> {
    /** The action types it carries out, e.g. {@code Octopus.Script}. */
    Set<String> actionTypes();

    /** Its properties: they drive form and validation. */
    List<StepField> fields();

    /** Where its actions can run. */
    ActionTypeRule.Place place();

    /** What a process must hold of its actions, as data: one rule for each action type. */
    default List<ActionTypeRule> rules() {
        List<ActionTypeRule.FieldRule> fields = fields().stream()
                .map(field -> new ActionTypeRule.FieldRule(
                        field.key(), field.label(), field.required(), Set.copyOf(field.choices())))
                .toList();
        return actionTypes().stream()
                .map(type -> new ActionTypeRule(type, place(), fields))
                .toList();
    }

    /** What happens to a work item that was running when the server died. */
    AfterCrash afterCrash();

    /** Turns an action into what will be applied. Throws {@link RenderingRefused} with sentences for people. */
    R render(RenderContext context);

    /** Applies a rendering. Interruption means cancel: end all effects, then throw. */
    Outcome run(R rendering, RunContext context) throws InterruptedException;

    /** Whether a failed attempt may be made again when the action asks for that; handlers that wait for people or other tasks say no. */
    default boolean retriable() {
        return true;
    }

    /** What an action that answered {@link Outcome.Waits} comes to when that has happened. Pure, and asked outside of transactions. */
    default Conclusion conclude(Happened happened) {
        return Conclusion.usual(happened);
    }

    /** The policy after a crash. */
    enum AfterCrash {
        /** Running it again does no harm. */
        REPEAT,
        /** The execution still runs elsewhere: attach to it. */
        ATTACH,
        /** A person decides. */
        ASK,
        /** It may have run: the item fails and says so. */
        FAIL
    }
}
