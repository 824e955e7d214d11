package tako.steps.kubernetes.containers;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What happens when a container has started, and before it is stopped. */
record LifecycleSection(Item container) {
    ObjectNode lifecycle() {
        Item lifecycle = container.child("Lifecycle", "lifecycle");
        return new ObjectDraft()
                .with("postStart", hook(lifecycle.child("PostStart", "hook after the start")))
                .with("preStop", hook(lifecycle.child("PreStop", "hook before the stop")))
                .node();
    }

    private static Optional<ObjectNode> hook(Item hook) {
        var handler = new HandlerSection(hook);
        return handler.filled().map(type -> handler.add(new ObjectDraft(), type).node());
    }
}
