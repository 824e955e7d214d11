package tako.server.delivery.run;

/** The states of a work item. */
enum ItemState {
    /** It waits for its turn. */
    PENDING("Pending"),
    RUNNING("Running"),
    /** It goes on when something has happened elsewhere, or at a time. */
    WAITING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    SKIPPED("Skipped"),
    CANCELED("Canceled");

    private final String code;

    ItemState(String code) {
        this.code = code;
    }

    /** The code that variables show ({@code Octopus.Action[Name].Status.Code}). */
    String code() {
        return code;
    }

    /** Whether nothing more happens to it. */
    boolean ended() {
        return switch (this) {
            case PENDING, RUNNING, WAITING -> false;
            case SUCCEEDED, FAILED, SKIPPED, CANCELED -> true;
        };
    }
}
