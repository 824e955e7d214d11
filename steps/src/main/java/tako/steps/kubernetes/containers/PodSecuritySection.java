package tako.steps.kubernetes.containers;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What all containers of a pod may do. */
record PodSecuritySection(Properties properties) {
    ObjectNode context() {
        return new ObjectDraft()
                .with("fsGroup", properties.field(Property.FS_GROUP).count())
                .with("runAsGroup", properties.field(Property.RUN_AS_GROUP).count())
                .with("runAsUser", properties.field(Property.RUN_AS_USER).count())
                .with("runAsNonRoot", properties.field(Property.RUN_AS_NON_ROOT).truth())
                .with("supplementalGroups", groups())
                .withFilled("seLinuxOptions", seLinux())
                .with("sysctls", sysctls())
                .node();
    }

    private List<JsonNode> groups() {
        return properties.parts(Property.SUPPLEMENTAL_GROUPS).stream()
                .flatMap(group -> group.count().stream())
                .toList();
    }

    private ObjectNode seLinux() {
        return new ObjectDraft()
                .with("level", properties.field(Property.SE_LINUX_LEVEL).node(Format.LINE))
                .with("role", properties.field(Property.SE_LINUX_ROLE).node(Format.LINE))
                .with("type", properties.field(Property.SE_LINUX_TYPE).node(Format.LINE))
                .with("user", properties.field(Property.SE_LINUX_USER).node(Format.LINE))
                .node();
    }

    private List<ObjectNode> sysctls() {
        return properties.pairs(Property.SYSCTLS, "sysctl").stream()
                .map(sysctl -> new ObjectDraft()
                        .with("name", sysctl.key().required(Format.LINE))
                        .with("value", sysctl.value().anyOrEmpty())
                        .node())
                .toList();
    }
}
