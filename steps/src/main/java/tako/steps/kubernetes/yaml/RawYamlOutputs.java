package tako.steps.kubernetes.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.server.delivery.step.RunContext;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.ObjectNode;

/**
 * The step's output variables: each object as it lives in the cluster, as JSON, named {@code CustomResources(name)}, or
 * {@code CustomResources(kind/name)} where several have the same name. Sensitive is what holds a secret. For one thread.
 */
final class RawYamlOutputs {
    private final List<Output> outputs = new ArrayList<>();

    private record Output(Manifest object, ObjectNode live) {}

    /** An object was applied. */
    void take(Manifest object, ObjectNode live) {
        outputs.add(new Output(object, live));
    }

    /**
     * Sets them all.
     *
     * @param latest the objects as they were seen last, by their uid
     */
    void publish(Map<String, ObjectNode> latest, RunContext context) {
        for (Output output : outputs) {
            var live = latest.getOrDefault(ObjectRef.uid(output.live()), output.live());
            context.setOutput(name(output.object()), json(live), output.object().isSecret());
        }
    }

    private String name(Manifest object) {
        boolean isShared = outputs.stream()
                .map(Output::object)
                .anyMatch(other ->
                        other.name().equals(object.name()) && !other.kind().equals(object.kind()));
        return "CustomResources(" + (isShared ? object.kind() + "/" : "") + object.name() + ")";
    }

    /** Without the record of who set which field, which is long and says nothing to anybody. */
    private static String json(ObjectNode live) {
        var copy = live.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return copy.toString();
    }
}
