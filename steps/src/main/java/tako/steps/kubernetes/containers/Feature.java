package tako.steps.kubernetes.containers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of a step. One that is not switched on is left out even if its fields are filled; one that is on, but of which nothing is
 * filled, is left out too, as forms switch on what nobody uses.
 */
enum Feature {
    SERVICE("Octopus.Features.KubernetesService"),
    INGRESS("Octopus.Features.KubernetesIngress"),
    CONFIG_MAP("Octopus.Features.KubernetesConfigMap"),
    SECRET("Octopus.Features.KubernetesSecret"),
    CUSTOM_RESOURCES("Octopus.Features.KubernetesCustomResource");

    private static final Set<String> NOTHING = Set.of("", "[]", "{}");

    private final String wireName;

    Feature(String wireName) {
        this.wireName = wireName;
    }

    /** Those that a step has. */
    static Set<Feature> of(Properties properties) {
        List<String> on = properties.field(Property.FEATURES).parts().stream()
                .flatMap(name -> name.open().stream())
                .toList();
        return Arrays.stream(values())
                .filter(feature -> on.stream().anyMatch(feature.wireName::equalsIgnoreCase))
                .filter(feature -> feature.isFilled(properties))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class)));
    }

    private boolean isFilled(Properties properties) {
        return fields().flatMap(field -> properties.written(field).stream())
                .map(String::strip)
                .anyMatch(Predicate.not(NOTHING::contains));
    }

    private Stream<Property> fields() {
        return switch (this) {
            case SERVICE -> Stream.of(Property.SERVICE_NAME, Property.SERVICE_PORTS);
            case INGRESS -> Stream.of(Property.INGRESS_NAME, Property.INGRESS_RULES);
            case CONFIG_MAP -> Stream.of(Property.CONFIG_MAP_NAME, Property.CONFIG_MAP_VALUES);
            case SECRET -> Stream.of(Property.SECRET_NAME, Property.SECRET_VALUES);
            case CUSTOM_RESOURCES -> Stream.of(Property.CUSTOM_YAML, Property.CUSTOM_YAML_FILE);
        };
    }
}
