package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One claim template of a stateful set: Kubernetes' own form, or that of the step's form. */
record ClaimTemplate(Item item) {
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod");
    private static final List<String> VOLUME_MODES = List.of("Filesystem", "Block");

    Field name() {
        return item.has("metadata") ? item.child("metadata", "metadata").field("name") : item.field("Name", "key");
    }

    ObjectNode node() {
        if (item.has("spec")) {
            name().given();
            return item.node();
        }
        return new ObjectDraft()
                .with(
                        "metadata",
                        new ObjectDraft()
                                .with("name", name().required(Format.LABEL))
                                .node())
                .with("spec", spec())
                .node();
    }

    private ObjectNode spec() {
        Field storage = item.has("Resources")
                ? item.child("Resources", "resources")
                        .child("requests", "requests")
                        .field("storage")
                : item.field("Storage", "StorageRequest", "Size");
        return new ObjectDraft()
                .with("accessModes", modes())
                .with(
                        "storageClassName",
                        item.field("StorageClassName", "StorageClass").node(Format.SUBDOMAIN))
                .with("volumeMode", item.field("VolumeMode").word(VOLUME_MODES))
                .with("volumeName", item.field("VolumeName").node(Format.SUBDOMAIN))
                .with(
                        "resources",
                        new ObjectDraft()
                                .with(
                                        "requests",
                                        new ObjectDraft()
                                                .with("storage", storage.required(Format.QUANTITY))
                                                .node())
                                .node())
                .node();
    }

    private List<JsonNode> modes() {
        List<JsonNode> modes = item.field("AccessModes", "AccessMode").parts().stream()
                .flatMap(mode -> mode.oneOf(MODES).stream())
                .map(Text::plain)
                .map(Text::node)
                .toList();
        return modes.isEmpty()
                ? Optional.of(Text.plain(MODES.getFirst()).node()).stream().toList()
                : modes;
    }
}
