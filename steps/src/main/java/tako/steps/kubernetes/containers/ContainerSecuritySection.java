package tako.steps.kubernetes.containers;

import tools.jackson.databind.node.ObjectNode;

/** What a container may do. */
record ContainerSecuritySection(Item container) {
    ObjectNode context() {
        Item context = container.child("SecurityContext", "security context");
        Item capabilities = context.child("capabilities", "capabilities");
        Item seLinux = context.child("seLinuxOptions", "SELinux options");
        return new ObjectDraft()
                .with(
                        "allowPrivilegeEscalation",
                        context.field("allowPrivilegeEscalation").truth())
                .with("privileged", context.field("privileged").truth())
                .with(
                        "readOnlyRootFilesystem",
                        context.field("readOnlyRootFilesystem").truth())
                .with("runAsUser", context.field("runAsUser").whole(0, Integer.MAX_VALUE))
                .with("runAsGroup", context.field("runAsGroup").whole(0, Integer.MAX_VALUE))
                .with("runAsNonRoot", context.field("runAsNonRoot").truth())
                .withFilled(
                        "capabilities",
                        new ObjectDraft()
                                .with("add", capabilities.texts("add"))
                                .with("drop", capabilities.texts("drop"))
                                .node())
                .withFilled(
                        "seLinuxOptions",
                        new ObjectDraft()
                                .with("level", seLinux.field("level").node(Format.LINE))
                                .with("role", seLinux.field("role").node(Format.LINE))
                                .with("type", seLinux.field("type").node(Format.LINE))
                                .with("user", seLinux.field("user").node(Format.LINE))
                                .node())
                .node();
    }
}
