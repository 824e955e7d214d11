package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.stream.Stream;
import tako.server.delivery.step.StepField;
import tako.server.delivery.step.StepField.Control;
import tako.steps.kubernetes.rollout.RolloutProperties;

/** The properties of the steps of this family: wire names, what forms call them, and what older processes called them. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable, which the checker cannot see
enum Property {
    RESOURCE_TYPE("DeploymentResourceType", "Kind of workload", "Deployment", "StatefulSet", "DaemonSet", "Job"),
    DEPLOYMENT_NAME("DeploymentName", "Name of the workload"),
    NAMESPACE("Namespace", "Namespace"),
    REPLICAS("Replicas", "Replicas", Control.NUMBER),
    REVISION_HISTORY_LIMIT("RevisionHistoryLimit", "Old revisions kept", Control.NUMBER),
    PROGRESS_DEADLINE("ProgressDeadlineSeconds", "Deadline of progress, in seconds", Control.NUMBER),
    TERMINATION_GRACE(
            "TerminationGracePeriodSeconds",
            "Grace at termination, in seconds",
            Control.NUMBER,
            "PodTerminationGracePeriodSeconds"),
    MIN_READY("MinReadySeconds", "Seconds ready before available", Control.NUMBER),
    PAUSED("DeploymentPaused", "Paused", Control.BOOLEAN),

    STYLE("DeploymentStyle", "Strategy", "RollingUpdate", "Recreate", "BlueGreen", "OnDelete"),
    MAX_UNAVAILABLE("MaxUnavailable", "Most pods unavailable"),
    MAX_SURGE("MaxSurge", "Most pods above the wanted number"),
    WAIT("DeploymentWait", "Wait for the rollout", "NoWait", "Wait"),
    STATUS_CHECK(RolloutProperties.CHECK, "Check the objects' status", Control.BOOLEAN),
    TIMEOUT(RolloutProperties.LIMIT, "Longest wait, in seconds", Control.NUMBER),
    WAIT_FOR_JOBS(RolloutProperties.JOBS, "Wait for jobs to end", Control.BOOLEAN),
    SERVER_SIDE_APPLY(RolloutProperties.SERVER_SIDE, "Server-side apply", Control.BOOLEAN),
    FORCE_CONFLICTS(RolloutProperties.FORCE, "Take over others' fields", Control.BOOLEAN),
    FEATURES("Octopus.Action.EnabledFeatures", "Features"),

    COMPLETIONS("Completions", "Completions", Control.NUMBER),
    PARALLELISM("Parallelism", "Parallelism", Control.NUMBER),
    BACKOFF_LIMIT("BackoffLimit", "Retries of a job", Control.NUMBER),
    ACTIVE_DEADLINE("ActiveDeadlineSeconds", "Deadline of a job, in seconds", Control.NUMBER),
    TTL_AFTER_FINISHED("TtlSecondsAfterFinished", "Seconds kept after the end", Control.NUMBER),

    POD_MANAGEMENT("PodManagementPolicy", "Order of pods", "OrderedReady", "Parallel"),
    SERVICE_NAME_TYPE("ServiceNameType", "Service of the stateful set", "None", "External", "Managed"),
    STATEFUL_SERVICE_NAME("StatefulSetServiceName", "Name of the stateful set's service"),
    CLAIMS("PersistentVolumeClaims", "Persistent volume claims", Control.CODE),
    PARTITION("Partition", "Partition", Control.NUMBER),

    LABELS("DeploymentLabels", "Labels", Control.CODE),
    ANNOTATIONS("DeploymentAnnotations", "Annotations", Control.CODE),
    POD_ANNOTATIONS("PodAnnotations", "Annotations of pods", Control.CODE),

    CONTAINERS("Containers", "Containers", Control.CODE),
    VOLUMES("CombinedVolumes", "Volumes", Control.CODE),
    RESTART_POLICY("RestartPolicy", "Restart policy", List.of("PodRestartPolicy"), "Always", "OnFailure", "Never"),
    SERVICE_ACCOUNT("PodServiceAccountName", "Service account"),
    PRIORITY_CLASS("PriorityClassName", "Priority class", Control.TEXT, "PodPriorityClassName"),
    HOST_NETWORK("HostNetwork", "Host's network", Control.BOOLEAN, "PodHostNetworking"),
    HOST_ALIASES("HostAliases", "Host aliases", Control.CODE, "PodHostAliases"),
    DNS_POLICY(
            "DnsPolicy",
            "DNS policy",
            List.of("PodDnsPolicy"),
            "ClusterFirst",
            "ClusterFirstWithHostNet",
            "Default",
            "None"),
    DNS_NAMESERVERS("DnsConfigNameservers", "DNS name servers", Control.TEXT, "PodDnsNameservers"),
    DNS_SEARCHES("DnsConfigSearches", "DNS search domains", Control.TEXT, "PodDnsSearches"),
    DNS_OPTIONS("DnsConfigOptions", "DNS options", Control.CODE, "PodDnsOptions"),
    READINESS_GATES("PodReadinessGates", "Readiness gates", Control.CODE),
    TOLERATIONS("Tolerations", "Tolerations", Control.CODE),
    NODE_AFFINITY("NodeAffinity", "Node affinity", Control.CODE),
    POD_AFFINITY("PodAffinity", "Pod affinity", Control.CODE),
    POD_ANTI_AFFINITY("PodAntiAffinity", "Pod anti-affinity", Control.CODE),
    NODE_SELECTORS("NodeSelectors", "Node selectors", Control.CODE),

    FS_GROUP("PodSecurityFsGroup", "Group of volumes", Control.NUMBER),
    RUN_AS_GROUP("PodSecurityRunAsGroup", "Run as group", Control.NUMBER),
    RUN_AS_USER("PodSecurityRunAsUser", "Run as user", Control.NUMBER),
    RUN_AS_NON_ROOT("PodSecurityRunAsNonRoot", "Never as root", Control.BOOLEAN),
    SUPPLEMENTAL_GROUPS("PodSecuritySupplementalGroups", "Supplemental groups"),
    SE_LINUX_LEVEL("PodSecuritySeLinuxLevel", "SELinux level"),
    SE_LINUX_ROLE("PodSecuritySeLinuxRole", "SELinux role"),
    SE_LINUX_TYPE("PodSecuritySeLinuxType", "SELinux type"),
    SE_LINUX_USER("PodSecuritySeLinuxUser", "SELinux user"),
    SYSCTLS("PodSecuritySysctls", "Sysctls", Control.CODE),
    IMAGE_PULL_SECRETS("PodSecurityImagePullSecrets", "Image pull secrets", Control.CODE),

    SERVICE_NAME("ServiceName", "Name of the service"),
    SERVICE_TYPE("ServiceType", "Type of the service", "ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
    SERVICE_PORTS("ServicePorts", "Ports of the service", Control.CODE),
    SERVICE_CLUSTER_IP("ServiceClusterIp", "Cluster IP"),
    SERVICE_LOAD_BALANCER_IP("ServiceLoadBalancerIp", "Load balancer's IP"),
    SERVICE_EXTERNAL_NAME("ServiceExternalName", "External name"),
    LOAD_BALANCER_ANNOTATIONS("LoadBalancerAnnotations", "Annotations of the load balancer", Control.CODE),
    SELECTOR_LABELS("SelectorLabels", "Labels of the selected pods", Control.CODE),

    INGRESS_NAME("IngressName", "Name of the ingress"),
    INGRESS_CLASS("IngressClassName", "Class of the ingress"),
    INGRESS_ANNOTATIONS("IngressAnnotations", "Annotations of the ingress", Control.CODE),
    INGRESS_RULES("IngressRules", "Rules of the ingress", Control.CODE),
    INGRESS_TLS("IngressTlsCertificates", "TLS certificates of the ingress", Control.CODE),
    DEFAULT_RULE_SERVICE("DefaultRuleServiceName", "Service of the default rule"),
    DEFAULT_RULE_PORT("DefaultRulePort", "Port of the default rule"),

    CONFIG_MAP_NAME("ConfigMapName", "Name of the config map"),
    CONFIG_MAP_NAME_TEMPLATE("ConfigMapNameTemplate", "Whole name of the config map"),
    CONFIG_MAP_VALUES("ConfigMapValues", "Values of the config map", Control.CODE),
    SECRET_NAME("SecretName", "Name of the secret"),
    SECRET_NAME_TEMPLATE("SecretNameTemplate", "Whole name of the secret"),
    SECRET_VALUES("SecretValues", "Values of the secret", Control.SECRET),
    CUSTOM_YAML("CustomResourceYaml", "Custom resources", Control.CODE),
    CUSTOM_YAML_FILE("CustomResourceYamlFileName", "File of custom resources");

    /** Before the names that are not whole. */
    static final String PREFIX = "Octopus.Action.KubernetesContainers.";

    private final List<String> keys;
    private final String label;
    private final Control control;
    private final List<String> choices;

    Property(String name, String label) {
        this(keys(name, List.of()), label, Control.TEXT, List.of());
    }

    Property(String name, String label, Control control, String... older) {
        this(keys(name, List.of(older)), label, control, List.of());
    }

    /** A choice; what comes first is meant when nothing is chosen. */
    Property(String name, String label, String first, String... others) {
        this(
                keys(name, List.of()),
                label,
                Control.CHOICE,
                Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    Property(String name, String label, List<String> older, String... choices) {
        this(keys(name, older), label, Control.CHOICE, List.of(choices));
    }

    Property(List<String> keys, String label, Control control, List<String> choices) {
        this.keys = keys;
        this.label = label;
        this.control = control;
        this.choices = choices;
    }

    private static List<String> keys(String name, List<String> older) {
        return Stream.concat(Stream.of(name), older.stream())
                .map(Property::whole)
                .toList();
    }

    private static String whole(String name) {
        return name.startsWith("Octopus.") ? name : PREFIX + name;
    }

    /** Its names on the wire, the newest first. */
    List<String> keys() {
        return keys;
    }

    /** For people: {@code field "Replicas"}. */
    String title() {
        return "field \"" + label + "\"";
    }

    /** The words it may be; none if it is no choice. */
    List<String> choices() {
        return choices;
    }

    /** As a field of a form. */
    StepField field(boolean required) {
        return new StepField(keys.getFirst(), label, control, required, absent(), choices());
    }

    private String absent() {
        return switch (this) {
            case STATUS_CHECK, SERVER_SIDE_APPLY, FORCE_CONFLICTS -> "True";
            case REPLICAS -> "1";
            case TIMEOUT -> "180";
            case RESOURCE_TYPE, STYLE, WAIT, SERVICE_TYPE, POD_MANAGEMENT -> choices.getFirst();
            default -> "";
        };
    }
}
