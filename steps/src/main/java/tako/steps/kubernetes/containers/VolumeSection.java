package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The volumes of the pods, and the claims by which a stateful set gets one for each pod. */
final class VolumeSection {
    private static final List<String> TYPES =
            List.of("ConfigMap", "Secret", "EmptyDir", "HostPath", "PersistentVolumeClaim", "RawYaml");
    private static final List<String> PATH_TYPES =
            List.of("DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice");

    private final Scope scope;
    private final YamlFields yaml;
    private final List<Item> volumes;
    private final List<ClaimTemplate> claims;

    VolumeSection(Scope scope, WorkloadKind kind, YamlFields yaml) {
        this.scope = scope;
        this.yaml = yaml;
        this.volumes = scope.properties().items(Property.VOLUMES, "volume");
        this.claims = kind == WorkloadKind.STATEFUL_SET
                ? scope.properties().items(Property.CLAIMS, "persistent volume claim").stream()
                        .map(ClaimTemplate::new)
                        .toList()
                : List.of();
        scope.problems().addDoubles(names(), "volume", "");
    }

    private Stream<String> names() {
        return Stream.concat(
                        volumes.stream().map(volume -> volume.field("Name")),
                        claims.stream().map(ClaimTemplate::name))
                .flatMap(name -> name.text().stream())
                .map(Text::shown);
    }

    /** What mounts may name. */
    Set<String> mountable() {
        return names().collect(Collectors.toSet());
    }

    /** The members of {@code volumes}. */
    List<ObjectNode> sources() {
        return volumes.stream().map(this::volume).toList();
    }

    /** The members of {@code volumeClaimTemplates}. */
    List<ObjectNode> claims() {
        return claims.stream().map(ClaimTemplate::node).toList();
    }

    private ObjectNode volume(Item volume) {
        ObjectDraft draft = new ObjectDraft().with("name", volume.field("Name").required(Format.LABEL));
        Field type = volume.field("Type");
        if (!type.given()) {
            return draft.node();
        }
        switch (type.oneOf(TYPES).orElse("")) {
            case "ConfigMap" -> draft.with("configMap", data(volume, Feature.CONFIG_MAP, "name"));
            case "Secret" -> draft.with("secret", data(volume, Feature.SECRET, "secretName"));
            case "EmptyDir" ->
                draft.with(
                        "emptyDir",
                        new ObjectDraft()
                                .with("medium", volume.field("EmptyDirMedium").node(Format.LINE))
                                .node());
            case "HostPath" -> draft.with("hostPath", hostPath(volume));
            case "PersistentVolumeClaim" ->
                draft.with(
                        "persistentVolumeClaim",
                        new ObjectDraft()
                                .with("claimName", volume.field("ReferenceName").required(Format.SUBDOMAIN))
                                .node());
            case "RawYaml" -> addRaw(draft, volume.field("RawYaml"));
            default -> {}
        }
        return draft.node();
    }

    private ObjectNode data(Item volume, Feature feature, String member) {
        List<ObjectNode> items = volume.pairs("Items", "item").stream()
                .map(item -> new ObjectDraft()
                        .with("key", item.key().required(Format.DATA_KEY))
                        .with("path", item.value().required(Format.LINE))
                        .node())
                .toList();
        return new ObjectDraft()
                .with(member, reference(volume, feature))
                .with("items", items)
                .node();
    }

    private Optional<JsonNode> reference(Item volume, Feature feature) {
        boolean linked = volume.field("ReferenceNameType")
                .open()
                .filter("LinkedResource"::equalsIgnoreCase)
                .isPresent();
        if (!linked) {
            return volume.field("ReferenceName").required(Format.SUBDOMAIN);
        }
        String computed = feature == Feature.SECRET
                ? scope.names().secret()
                : scope.names().configMap();
        if (!scope.has(feature)) {
            String what = feature == Feature.SECRET ? "secret" : "config map";
            scope.problems()
                    .add("The " + volume.where() + " is to hold this step's " + what
                            + ", but the step has none. Switch the " + what + " on, or name another one.");
        }
        return computed.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.plain(computed).node());
    }

    private static ObjectNode hostPath(Item volume) {
        return new ObjectDraft()
                .with("path", volume.field("HostPathPath").required(Format.LINE))
                .with("type", volume.field("HostPathType").word(PATH_TYPES))
                .node();
    }

    private void addRaw(ObjectDraft draft, Field text) {
        if (text.given()) {
            yaml.mapping(text)
                    .ifPresent(source -> source.properties().stream()
                            .filter(member -> !member.getKey().equals("name"))
                            .forEach(member -> draft.with(member.getKey(), member.getValue())));
        }
    }
}
