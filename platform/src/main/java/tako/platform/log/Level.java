package tako.platform.log;

/** Levels of log lines, by their wire names. */
public enum Level {
    TRACE("Trace"),
    VERBOSE("Verbose"),
    INFO("Info"),
    HIGHLIGHT("Highlight"),
    WAIT("Wait"),
    WARNING("Warning"),
    ERROR("Error"),
    FATAL("Fatal");

    private final String wireName;

    Level(String wireName) {
        this.wireName = wireName;
    }

    /** The name clients read. */
    public String wireName() {
        return wireName;
    }
}
