package tako.steps.kubernetes.containers;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Parts of a step that are left out unless they are switched on, even if their fields are filled. */
enum Feature {
    SERVICE("Octopus.Features.KubernetesService"),
    INGRESS("Octopus.Features.KubernetesIngress"),
    CONFIG_MAP("Octopus.Features.KubernetesConfigMap"),
    SECRET("Octopus.Features.KubernetesSecret"),
    CUSTOM_RESOURCES("Octopus.Features.KubernetesCustomResource");

    private final String wireName;

    Feature(String wireName) {
        this.wireName = wireName;
    }

    /** Those that are switched on. */
    static Set<Feature> of(Properties properties) {
        Set<Feature> on = new TreeSet<>();
        properties.field(Property.FEATURES).parts().stream()
                .flatMap(name -> name.open().stream())
                .forEach(name -> Stream.of(values())
                        .filter(feature -> feature.wireName.equalsIgnoreCase(name))
                        .forEach(on::add));
        return on;
    }
}
