package tako.bench.deployment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tako.bench.harness.Incorrect;
import tako.steps.kubernetes.manifest.ManifestParsing;
import tako.steps.kubernetes.manifest.Parsed;
import tools.jackson.databind.node.ObjectNode;

/**
 * What both sides apply: {@value #CONFIG_MAPS} ConfigMaps and one Deployment that runs one pod. Each holds the version, so that another
 * version changes every object and rolls the Deployment out.
 *
 * @param image of its container
 */
record Workload(String image) {
    static final int CONFIG_MAPS = 20;
    static final int OBJECTS = CONFIG_MAPS + 1;
    static final String DEPLOYMENT = "overhead";

    private static final String VERSION = "#{Octopus.Release.Number}";

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: overhead-%d, labels: {app: overhead}}
            data:
              version: "#{Octopus.Release.Number}"
              settings: |
                pool.size=%1$d
                greeting=hello
            ---
            """;

    /** The old pod ends at once, so that it does not burden the measurement after this one. */
    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: overhead, labels: {app: overhead}}
            spec:
              replicas: 1
              revisionHistoryLimit: 0
              selector: {matchLabels: {app: overhead}}
              template:
                metadata: {labels: {app: overhead, version: "#{Octopus.Release.Number}"}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers:
                    - {name: hello, image: "%s"}
            """;

    /** The text of the step: the release's number is the version. */
    String yaml() {
        return IntStream.rangeClosed(1, CONFIG_MAPS)
                        .mapToObj(CONFIG_MAP::formatted)
                        .collect(Collectors.joining())
                + WORKLOAD.formatted(image);
    }

    /** The objects that the step makes of the text in a version. */
    List<ObjectNode> objects(String version, String namespace) {
        return switch (new ManifestParsing().objects(yaml().replace(VERSION, version), namespace)) {
            case Parsed.Value<List<ObjectNode>>(var objects) -> objects;
            case Parsed.Refused<List<ObjectNode>>(var sentences) -> throw new Incorrect(String.join(" ", sentences));
        };
    }
}
