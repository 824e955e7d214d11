package tako.steps.kubernetes.containers;

import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.RunContext;

/** Brings a rendering into its cluster. */
public interface ContainersRunner {
    /** Applies it in its order and waits as it says. Interruption means cancel. */
    Outcome run(ContainersRendering rendering, RunContext context) throws InterruptedException;
}
