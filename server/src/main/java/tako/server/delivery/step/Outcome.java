package tako.server.delivery.step;

/** How a step ended. */
public sealed interface Outcome {
    /** It worked. */
    record Succeeded() implements Outcome {}

    /** It failed, for the reason given in one sentence. */
    record Failed(String reason) implements Outcome {}
}
