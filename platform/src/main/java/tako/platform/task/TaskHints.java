package tako.platform.task;

/** The channels on which nodes hear that there is something to do. A hint may be lost: the rows are the truth. */
final class TaskHints {
    /** A task can be claimed. */
    static final String CLAIM = "task-claim";

    /** A running task is to be stopped. */
    static final String CANCEL = "task-cancel";

    private TaskHints() {}
}
