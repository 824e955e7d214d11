package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.stream.Stream;

/** What runs the containers. */
enum WorkloadKind {
    DEPLOYMENT("Deployment", "apps/v1"),
    STATEFUL_SET("StatefulSet", "apps/v1"),
    DAEMON_SET("DaemonSet", "apps/v1"),
    JOB("Job", "batch/v1");

    private final String wireName;
    private final String apiVersion;

    WorkloadKind(String wireName, String apiVersion) {
        this.wireName = wireName;
        this.apiVersion = apiVersion;
    }

    /** The kind that a step names, a deployment if none. */
    static WorkloadKind of(Properties properties) {
        String name = properties.choice(Property.RESOURCE_TYPE).orElse("Deployment");
        return Stream.of(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst()
                .orElse(DEPLOYMENT);
    }

    String wireName() {
        return wireName;
    }

    String apiVersion() {
        return apiVersion;
    }

    /** The strategies it has. For a job none: whatever is chosen is left over from another kind. */
    List<String> styles() {
        return switch (this) {
            case DEPLOYMENT -> List.of("RollingUpdate", "Recreate", "BlueGreen");
            case STATEFUL_SET, DAEMON_SET -> List.of("RollingUpdate", "OnDelete");
            case JOB -> List.of();
        };
    }
}
