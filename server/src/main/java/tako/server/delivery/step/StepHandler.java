package tako.server.delivery.step;

import java.util.List;
import java.util.Set;

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

    /** What happens to a work item that was running when the server died. */
    AfterCrash afterCrash();

    /** Turns an action into what will be applied. Throws {@link RenderingRefused} with sentences for people. */
    R render(RenderContext context);

    /** Applies a rendering. Interruption means cancel: end all effects, then throw. */
    Outcome run(R rendering, RunContext context) throws InterruptedException;

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
