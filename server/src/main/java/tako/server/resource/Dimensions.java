package tako.server.resource;

/** The dimensions in which documents lie: what lists filter and permissions restrict by. */
public final class Dimensions {
    /** Ids of environments. */
    public static final String ENVIRONMENT = "environment";
    /** Target tags. */
    public static final String ROLE = "role";
    /** {@code true} or {@code false}. */
    public static final String IS_DISABLED = "isDisabled";
    /** {@code true} or {@code false}: what documents get that name none of its kind. */
    public static final String IS_DEFAULT = "isDefault";
    /** {@code Healthy}, {@code Unhealthy}, … */
    public static final String HEALTH_STATUS = "healthStatus";
    /** {@code None}, {@code Kubernetes}, … */
    public static final String COMMUNICATION_STYLE = "commStyle";
    /** Ids of machine policies. */
    public static final String MACHINE_POLICY = "machinePolicy";
    /** Ids of tenants. */
    public static final String TENANT = "tenant";
    /** Tags of tenants, {@code Set/Tag}. */
    public static final String TENANT_TAG = "tenantTag";
    /** {@code BuiltIn}, {@code Docker}, … */
    public static final String FEED_TYPE = "feedType";
    /** Ids of projects. */
    public static final String PROJECT = "project";
    /** Ids of project groups. */
    public static final String PROJECT_GROUP = "projectGroup";
    /** Ids of lifecycles. */
    public static final String LIFECYCLE = "lifecycle";

    private Dimensions() {}
}
