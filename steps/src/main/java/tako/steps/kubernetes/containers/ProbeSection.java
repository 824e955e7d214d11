package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How the kubelet finds out how a container is. */
record ProbeSection(Item container) {
    private static final List<String> TYPES = List.of("HttpGet", "TcpSocket", "Command");

    /** A probe; empty when its type is. */
    Optional<ObjectNode> probe(String name, String what) {
        Item probe = container.child(name, what);
        return probe.field("type")
                .oneOf(TYPES)
                .map(type -> new HandlerSection(probe)
                        .add(new ObjectDraft(), type)
                        .with(
                                "initialDelaySeconds",
                                probe.field("initialDelaySeconds").count())
                        .with("periodSeconds", probe.field("periodSeconds").whole(1, Integer.MAX_VALUE))
                        .with("timeoutSeconds", probe.field("timeoutSeconds").whole(1, Integer.MAX_VALUE))
                        .with(
                                "successThreshold",
                                probe.field("successThreshold").whole(1, Integer.MAX_VALUE))
                        .with(
                                "failureThreshold",
                                probe.field("failureThreshold").whole(1, Integer.MAX_VALUE))
                        .node());
    }
}
