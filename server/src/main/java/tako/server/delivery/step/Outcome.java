package tako.server.delivery.step;

/** How a step ended. */
public sealed interface Outcome {
    /** It worked. */
    record Succeeded() implements Outcome {}

    /** It failed, for the reason given in one sentence. */
    record Failed(String reason) implements Outcome {}

    /** It goes on when something has happened elsewhere; until then nothing of it runs. {@link StepHandler#conclude} then says how it ended. */
    record Waits(Awaited awaited) implements Outcome {}
}
