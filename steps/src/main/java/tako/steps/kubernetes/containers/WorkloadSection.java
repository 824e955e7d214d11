package tako.steps.kubernetes.containers;

import java.util.Optional;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Deployment, StatefulSet, DaemonSet or Job. */
final class WorkloadSection {
    private static final long FOREVER = Integer.MAX_VALUE;

    private final Scope scope;
    private final Properties properties;
    private final WorkloadKind kind;
    private final String style;

    WorkloadSection(Scope scope) {
        this.scope = scope;
        this.properties = scope.properties();
        this.kind = WorkloadKind.of(properties);
        this.style = style();
    }

    private String style() {
        String chosen = properties.choice(Property.STYLE).orElse("RollingUpdate");
        if (!kind.styles().isEmpty() && !kind.styles().contains(chosen)) {
            scope.problems()
                    .add("A " + kind.wireName() + " has no strategy " + chosen + ". Choose one of "
                            + String.join(", ", kind.styles()) + ".");
        }
        return kind.styles().isEmpty() ? "" : chosen;
    }

    WorkloadKind kind() {
        return kind;
    }

    Strategy strategy() {
        return switch (style) {
            case "Recreate" -> Strategy.RECREATE;
            case "BlueGreen" -> Strategy.BLUE_GREEN;
            case "OnDelete" -> Strategy.ON_DELETE;
            default -> Strategy.ROLLING_UPDATE;
        };
    }

    Manifest manifest(PodSection pods) {
        ObjectNode object = scope.object(
                        kind.apiVersion(),
                        kind.wireName(),
                        scope.names().workload(),
                        scope.annotations(Property.ANNOTATIONS))
                .with("spec", spec(pods))
                .node();
        return Leaf.manifest(object);
    }

    private ObjectNode spec(PodSection pods) {
        return switch (kind) {
            case DEPLOYMENT ->
                deployment(selecting()).with("template", pods.template()).node();
            case STATEFUL_SET ->
                statefulSet(selecting())
                        .with("template", pods.template())
                        .with("volumeClaimTemplates", pods.volumes().claims())
                        .node();
            case DAEMON_SET ->
                daemonSet(selecting()).with("template", pods.template()).node();
            case JOB -> job(new ObjectDraft()).with("template", pods.template()).node();
        };
    }

    private ObjectDraft selecting() {
        return new ObjectDraft()
                .with(
                        "selector",
                        new ObjectDraft()
                                .with("matchLabels", scope.labels().selector())
                                .node());
    }

    private ObjectDraft deployment(ObjectDraft spec) {
        return spec.with("replicas", count(Property.REPLICAS))
                .with("strategy", strategy(style.equals("BlueGreen") ? "Recreate" : style, deploymentUpdate()))
                .with("minReadySeconds", count(Property.MIN_READY))
                .with("revisionHistoryLimit", count(Property.REVISION_HISTORY_LIMIT))
                .with("progressDeadlineSeconds", count(Property.PROGRESS_DEADLINE))
                .with("paused", properties.field(Property.PAUSED).truth().filter(JsonNode::asBoolean));
    }

    private ObjectNode deploymentUpdate() {
        return new ObjectDraft()
                .with(
                        "maxUnavailable",
                        properties.field(Property.MAX_UNAVAILABLE).countOrPercentage())
                .with("maxSurge", properties.field(Property.MAX_SURGE).countOrPercentage())
                .node();
    }

    private ObjectDraft statefulSet(ObjectDraft spec) {
        return spec.with("serviceName", serviceName())
                .with("replicas", count(Property.REPLICAS))
                .with("podManagementPolicy", properties.word(Property.POD_MANAGEMENT))
                .with("updateStrategy", strategy(style, partition()))
                .with("minReadySeconds", count(Property.MIN_READY))
                .with("revisionHistoryLimit", count(Property.REVISION_HISTORY_LIMIT));
    }

    private ObjectNode partition() {
        return new ObjectDraft()
                .with("partition", count(Property.PARTITION))
                .with(
                        "maxUnavailable",
                        properties.field(Property.MAX_UNAVAILABLE).countOrPercentage())
                .node();
    }

    private Optional<JsonNode> serviceName() {
        String type = properties.choice(Property.SERVICE_NAME_TYPE).orElse("External");
        return switch (type) {
            case "Managed" -> managedService();
            case "External" -> properties.field(Property.STATEFUL_SERVICE_NAME).node(Format.SERVICE);
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> managedService() {
        if (!scope.has(Feature.SERVICE)) {
            scope.problems()
                    .add("The stateful set is to use this step's service, but the step has none."
                            + " Switch the service on, or name another one.");
        }
        return properties.field(Property.SERVICE_NAME).node(Format.SERVICE);
    }

    private ObjectDraft daemonSet(ObjectDraft spec) {
        return spec.with("updateStrategy", strategy(style, deploymentUpdate()))
                .with("minReadySeconds", count(Property.MIN_READY))
                .with("revisionHistoryLimit", count(Property.REVISION_HISTORY_LIMIT));
    }

    private ObjectDraft job(ObjectDraft spec) {
        return spec.with("completions", count(Property.COMPLETIONS))
                .with("parallelism", count(Property.PARALLELISM))
                .with("backoffLimit", count(Property.BACKOFF_LIMIT))
                .with(
                        "activeDeadlineSeconds",
                        properties.field(Property.ACTIVE_DEADLINE).whole(1, FOREVER))
                .with("ttlSecondsAfterFinished", count(Property.TTL_AFTER_FINISHED));
    }

    /** A strategy; the numbers of a rolling update are left over from another choice where it is none. */
    private static ObjectNode strategy(String type, ObjectNode rollingUpdate) {
        ObjectDraft strategy = new ObjectDraft().with("type", type);
        return type.equals("RollingUpdate")
                ? strategy.withFilled("rollingUpdate", rollingUpdate).node()
                : strategy.node();
    }

    private Optional<JsonNode> count(Property property) {
        return properties.field(property).count();
    }
}
