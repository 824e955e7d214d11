package tako.server.library.lifecycle;

/**
 * What became of a release in an environment (and for one tenant, or none).
 *
 * @param deployed whether any deployment of it was ever created there, ended or not
 * @param latestSucceeded whether the newest of its deployments there that ran and have ended succeeded
 * @param everSucceeded whether any did
 */
public record EnvironmentOutcome(boolean deployed, boolean latestSucceeded, boolean everSucceeded) {
    /** It was never there. */
    public static final EnvironmentOutcome NEVER = new EnvironmentOutcome(false, false, false);

    /** Its only deployment there has not ended, or has failed. */
    public static final EnvironmentOutcome NOT_YET = new EnvironmentOutcome(true, false, false);

    /** It succeeded once, and its latest deployment did not. */
    public static final EnvironmentOutcome NO_LONGER = new EnvironmentOutcome(true, false, true);

    /** Its latest deployment there succeeded. */
    public static final EnvironmentOutcome SUCCEEDED = new EnvironmentOutcome(true, true, true);
}
