package tako.platform.log;

/** How a part of a task stands, by its wire name. */
public enum NodeStatus {
    PENDING("Pending"),
    RUNNING("Running"),
    SUCCESS("Success"),
    SUCCESS_WITH_WARNING("SuccessWithWarning"),
    FAILED("Failed"),
    SKIPPED("Skipped"),
    CANCELED("Canceled");

    private final String wireName;

    NodeStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name clients read. */
    public String wireName() {
        return wireName;
    }
}
