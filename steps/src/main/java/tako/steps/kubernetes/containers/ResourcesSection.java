package tako.steps.kubernetes.containers;

import tools.jackson.databind.node.ObjectNode;

/** What a container asks for, and the most it gets. */
record ResourcesSection(Item container) {
    /** Resources by their names in forms and in Kubernetes. */
    private enum Resource {
        CPU("cpu", "cpu"),
        MEMORY("memory", "memory"),
        EPHEMERAL_STORAGE("ephemeralStorage", "ephemeral-storage"),
        STORAGE("storage", "storage"),
        NVIDIA_GPU("nvidiaGpu", "nvidia.com/gpu"),
        AMD_GPU("amdGpu", "amd.com/gpu");

        private final String member;
        private final String wireName;

        Resource(String member, String wireName) {
            this.member = member;
            this.wireName = wireName;
        }
    }

    ObjectNode resources() {
        Item resources = container.child("Resources", "resources");
        return new ObjectDraft()
                .withFilled("requests", quantities(resources.child("requests", "requests")))
                .withFilled("limits", quantities(resources.child("limits", "limits")))
                .node();
    }

    private static ObjectNode quantities(Item side) {
        ObjectDraft draft = new ObjectDraft();
        for (Resource resource : Resource.values()) {
            draft.with(resource.wireName, side.field(resource.member).node(Format.QUANTITY));
        }
        return draft.node();
    }
}
