package tako.platform.task;

/** What asking to cancel a task did. */
public enum CancelOutcome {
    /** It did not run and has ended now. */
    CANCELED,
    /** Its run is being stopped and ends within the cancel deadline; asking again changes nothing. */
    CANCELLING,
    /** It had ended before; nothing changed. */
    HAD_ENDED
}
