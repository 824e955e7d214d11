package tako.steps.kubernetes;

import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Small objects for tests, written as people write them. */
public final class Objects {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Objects() {}

    /** An object from YAML. */
    public static ObjectNode object(String yaml) {
        return (ObjectNode) YAML.readTree(yaml);
    }

    /** The same, to be applied. */
    public static Manifest manifest(String yaml) {
        return Manifest.of(object(yaml));
    }

    /** A Deployment of one container named {@code web}, whose pods carry the label {@code app} with the Deployment's name. */
    public static Manifest deployment(String name, String image, String... more) {
        return manifest(workload("Deployment", "apps/v1", name, image, more));
    }

    /** A workload's YAML; further lines go into its {@code spec}. */
    public static String workload(String kind, String version, String name, String image, String... more) {
        return """
                apiVersion: %s
                kind: %s
                metadata:
                  name: %s
                  labels: {app: %s}
                spec:
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata:
                      labels: {app: %s}
                    spec:
                      terminationGracePeriodSeconds: 0
                      containers:
                        - {name: web, image: "%s", imagePullPolicy: IfNotPresent}
                """.formatted(version, kind, name, name, name, name, image)
                + String.join(
                        "",
                        java.util.Arrays.stream(more)
                                .map(line -> "  " + line + "\n")
                                .toList());
    }
}
