package tako.steps.kubernetes.containers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.server.delivery.step.RunContext;
import tako.steps.kubernetes.cluster.ObjectRef;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.ObjectNode;

/** Sets the step's output variables: each object as it lives in the cluster, as JSON. Sensitive is what holds a secret. */
final class ContainersRunOutputs {
    private final ContainersRendering.Objects objects;
    private final RunContext context;
    private final Map<String, Output> outputs = new LinkedHashMap<>();

    ContainersRunOutputs(ContainersRendering.Objects objects, RunContext context) {
        this.objects = objects;
        this.context = context;
    }

    private record Output(ObjectNode live, boolean sensitive) {}

    /** An object was applied. */
    void take(Manifest object, ObjectNode live) {
        name(object).ifPresent(name -> outputs.put(name, new Output(live, object.isSecret())));
    }

    /** Objects were seen again, by their uid. */
    void refresh(Map<String, ObjectNode> seen) {
        outputs.replaceAll((_, known) ->
                new Output(seen.getOrDefault(ObjectRef.uid(known.live()), known.live()), known.sensitive()));
    }

    /** Sets them all, once. */
    void publish() {
        outputs.forEach((name, output) -> context.setOutput(name, json(output.live()), output.sensitive()));
        outputs.clear();
    }

    /** Without the record of who set which field, which is long and says nothing to anybody. */
    private static String json(ObjectNode live) {
        var copy = live.deepCopy();
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return copy.toString();
    }

    private Optional<String> name(Manifest object) {
        if (is(objects.workload(), object)) {
            return Optional.of("Deployment");
        }
        if (is(objects.service(), object)
                || is(objects.ingress(), object)
                || is(objects.configMap(), object)
                || is(objects.secret(), object)) {
            return Optional.of(object.kind());
        }
        if (objects.feedSecrets().contains(object)) {
            return Optional.of("Secret(" + object.name() + ")");
        }
        return objects.customResources().contains(object)
                ? Optional.of("CustomResources(" + object.name() + ")")
                : Optional.empty();
    }

    private static boolean is(Optional<Manifest> one, Manifest other) {
        return one.equals(Optional.of(other));
    }
}
