package tako.steps.kubernetes.containers;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tako.server.delivery.step.StepField;

/** The action types of this family: the whole step, and its parts alone. */
enum StepType {
    CONTAINERS("Octopus.KubernetesDeployContainers"),
    SERVICE("Octopus.KubernetesDeployService"),
    INGRESS("Octopus.KubernetesDeployIngress"),
    CONFIG_MAP("Octopus.KubernetesDeployConfigMap"),
    SECRET("Octopus.KubernetesDeploySecret");

    private static final Set<Property> EVERYWHERE = Set.of(
            Property.NAMESPACE,
            Property.LABELS,
            Property.STATUS_CHECK,
            Property.TIMEOUT,
            Property.WAIT_FOR_JOBS,
            Property.SERVER_SIDE_APPLY,
            Property.FORCE_CONFLICTS);

    private final String actionType;

    StepType(String actionType) {
        this.actionType = actionType;
    }

    String actionType() {
        return actionType;
    }

    /** Whether it deploys containers. */
    boolean hasWorkload() {
        return this == CONTAINERS;
    }

    /** The parts that are on: a step that is one part alone has just that. */
    Set<Feature> features(Properties properties) {
        return switch (this) {
            case CONTAINERS -> Feature.of(properties);
            case SERVICE -> Set.of(Feature.SERVICE);
            case INGRESS -> Set.of(Feature.INGRESS);
            case CONFIG_MAP -> Set.of(Feature.CONFIG_MAP);
            case SECRET -> Set.of(Feature.SECRET);
        };
    }

    private Set<Property> required() {
        return switch (this) {
            case CONTAINERS -> Set.of(Property.DEPLOYMENT_NAME, Property.CONTAINERS);
            case SERVICE -> Set.of(Property.SERVICE_NAME);
            case INGRESS -> Set.of(Property.INGRESS_NAME);
            case CONFIG_MAP -> Set.of(Property.CONFIG_MAP_NAME);
            case SECRET -> Set.of(Property.SECRET_NAME);
        };
    }

    /** What a form shows. */
    List<StepField> fields() {
        return Arrays.stream(Property.values())
                .filter(this::has)
                .map(property -> property.field(required().contains(property)))
                .toList();
    }

    private boolean has(Property property) {
        if (EVERYWHERE.contains(property)) {
            return true;
        }
        return switch (this) {
            case CONTAINERS ->
                !Set.of(Property.SELECTOR_LABELS, Property.DEFAULT_RULE_SERVICE, Property.DEFAULT_RULE_PORT)
                        .contains(property);
            case SERVICE -> isBetween(property, Property.SERVICE_NAME, Property.SELECTOR_LABELS);
            case INGRESS -> isBetween(property, Property.INGRESS_NAME, Property.DEFAULT_RULE_PORT);
            case CONFIG_MAP -> isBetween(property, Property.CONFIG_MAP_NAME, Property.CONFIG_MAP_VALUES);
            case SECRET -> isBetween(property, Property.SECRET_NAME, Property.SECRET_VALUES);
        };
    }

    private static boolean isBetween(Property property, Property first, Property last) {
        return property.compareTo(first) >= 0 && property.compareTo(last) <= 0;
    }
}
