package tako.platform.task;

/** The states of a task. {@code PARKED} is ours: on the wire it is {@code Executing} with pending interruptions. */
public enum TaskState {
    QUEUED("Queued"),
    EXECUTING("Executing"),
    PARKED("Executing"),
    CANCELLING("Cancelling"),
    SUCCESS("Success"),
    FAILED("Failed"),
    CANCELED("Canceled"),
    TIMED_OUT("TimedOut");

    private final String wireName;

    TaskState(String wireName) {
        this.wireName = wireName;
    }

    /** The name clients read. */
    public String wireName() {
        return wireName;
    }

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
        return switch (this) {
            case SUCCESS, FAILED, CANCELED, TIMED_OUT -> true;
            case QUEUED, EXECUTING, PARKED, CANCELLING -> false;
        };
    }
}
