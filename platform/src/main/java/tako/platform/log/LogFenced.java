package tako.platform.log;

/** A newer run of the task writes its log; this one has lost the task and must stop. */
public final class LogFenced extends RuntimeException {
    /** @param log the task's id */
    public LogFenced(String log) {
        super("The log of " + log + " is written by a newer run.", null, false, false);
    }
}
