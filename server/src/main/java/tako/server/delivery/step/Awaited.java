package tako.server.delivery.step;

import tako.server.delivery.interruption.Question;

/** What an action waits for without a thread. */
public sealed interface Awaited {
    /** The decision about a question. */
    record Answer(Question question) implements Awaited {}

    /** The end of another task, {@code ServerTasks-n}. */
    record End(String task) implements Awaited {}
}
