package tako.server.projects.variable;

/**
 * What each dimension of a scope that fits adds to a value's score; the highest sum wins. A dimension counts once, however
 * many values it lists. Order and sums as in Octopus Deploy's public documentation, "Variables: scoping".
 */
public enum ScopeRank {
    /** The server's own variables, which nobody overrides. */
    SYSTEM(1_000_000_000),
    /** What whoever deploys answered to a prompt. */
    PROMPT(100_000_000),
    /** What a trigger sets. */
    TRIGGER(50_000_000),
    /** What a deployment passes to the deployments it starts. */
    PARENT_DEPLOYMENT(20_000_000),
    /** The action that runs. */
    ACTION(10_000_000),
    /** The target it runs for. */
    MACHINE(1_000_000),
    /** A tag that the target has and the step asks for. */
    TARGET_ROLE(100_000),
    /** A tag that the target has. */
    ROLE(10_000),
    /** The tenant. */
    TENANT(1_001),
    /** Tags of the tenant. */
    TENANT_TAG(1_000),
    /** The environment. */
    ENVIRONMENT(100),
    /** The release's channel. */
    CHANNEL(10),
    /** The process: that of deployments, or a runbook's. */
    PROCESS_OWNER(5);

    private final int score;

    ScopeRank(int score) {
        this.score = score;
    }

    /** What it adds. */
    public int score() {
        return score;
    }
}
