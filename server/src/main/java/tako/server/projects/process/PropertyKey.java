package tako.server.projects.process;

/** Keys of properties that the engine itself reads, as they stand on the wire. */
public final class PropertyKey {
    /** On a step: the target tags it runs on, joined by commas. */
    public static final String TARGET_ROLES = "Octopus.Action.TargetRoles";
    /** On a step: how many targets are worked on at once. */
    public static final String MAX_PARALLELISM = "Octopus.Action.MaxParallelism";
    /** On a step: the expression of {@link RunCondition#VARIABLE}. */
    public static final String STEP_CONDITION = "Octopus.Step.ConditionVariableExpression";
    /** On an action: the expression of {@link RunCondition#VARIABLE}. */
    public static final String ACTION_CONDITION = "Octopus.Action.ConditionVariableExpression";
    /** On an action: whether it runs on the server or a worker rather than on a target. */
    public static final String RUN_ON_SERVER = "Octopus.Action.RunOnServer";
    /** On an action: how often it is tried again after a failure, 0 to 3. */
    public static final String RETRIES = "Octopus.Action.AutoRetry.MaximumCount";
    /** On an action: seconds between two tries. */
    public static final String RETRY_BACKOFF = "Octopus.Action.AutoRetry.MinimumBackoff";
    /** On an action: after how many minutes a try is ended and counts as failed. */
    public static final String TIMEOUT_MINUTES = "Octopus.Action.ExecutionTimeout.Minutes";
    /** On an action: its primary package; a mirror of the entry in {@code Packages} that has no name. */
    public static final String PACKAGE_ID = "Octopus.Action.Package.PackageId";
    /** On an action: the feed of its primary package. */
    public static final String PACKAGE_FEED = "Octopus.Action.Package.FeedId";

    /** On a manual intervention: ids of the teams whose members may answer, joined by commas. */
    public static final String RESPONSIBLE_TEAMS = "Octopus.Action.Manual.ResponsibleTeamIds";

    private PropertyKey() {}
}
