package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Set;
import tako.server.delivery.step.RenderContext.PackageInUse;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the sections of a step have in common.
 *
 * @param properties evaluated with the computed names and labels among the variables
 * @param features what is switched on
 * @param packages the images that containers are made of
 */
record Scope(
        Properties properties,
        Set<Feature> features,
        Run run,
        Names names,
        Labels labels,
        List<PackageInUse> packages,
        Problems problems) {
    /** An object with its name and the labels of everything that the step makes. */
    ObjectDraft object(String apiVersion, String kind, String name, ObjectNode annotations) {
        return new ObjectDraft()
                .with("apiVersion", apiVersion)
                .with("kind", kind)
                .with(
                        "metadata",
                        new ObjectDraft()
                                .with("name", name)
                                .with("labels", labels.node())
                                .withFilled("annotations", annotations)
                                .node());
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Annotations, sorted; their values are texts always. */
    ObjectNode annotations(Property property) {
        return KeyValue.map(properties.pairs(property, "annotation"), Format.LABEL_KEY);
    }
}
