package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** The environment variables of a container, and where else it gets some from. */
final class EnvironmentSection {
    private final Scope scope;
    private final Item container;

    EnvironmentSection(Scope scope, Item container) {
        this.scope = scope;
        this.container = container;
    }

    /** The members of {@code env}. */
    List<ObjectNode> variables() {
        List<KeyValue> plain = container.pairs("EnvironmentVariables", "environment variable");
        List<KeyValue> ofMaps = container.pairs("ConfigMapEnvironmentVariables", "environment variable");
        List<KeyValue> ofSecrets = container.pairs("SecretEnvironmentVariables", "environment variable");
        List<KeyValue> ofFields = container.pairs("FieldRefEnvironmentVariables", "environment variable");
        scope.problems()
                .addDoubles(
                        Stream.of(plain, ofMaps, ofSecrets, ofFields)
                                .flatMap(List::stream)
                                .flatMap(variable -> variable.key().text().stream())
                                .map(Text::shown),
                        "environment variable",
                        " in the " + container.where());
        return Stream.of(
                        plain.stream()
                                .map(variable -> named(variable)
                                        .with("value", variable.value().anyOrEmpty())),
                        ofMaps.stream()
                                .map(variable -> from(variable, "configMapKeyRef", key(variable, Feature.CONFIG_MAP))),
                        ofSecrets.stream()
                                .map(variable -> from(variable, "secretKeyRef", key(variable, Feature.SECRET))),
                        ofFields.stream().map(variable -> from(variable, "fieldRef", path(variable))))
                .flatMap(variables -> variables)
                .map(ObjectDraft::node)
                .toList();
    }

    private static ObjectDraft named(KeyValue variable) {
        return new ObjectDraft().with("name", variable.key().required(Format.ENVIRONMENT_VARIABLE));
    }

    private static ObjectDraft from(KeyValue variable, String kind, ObjectNode source) {
        return named(variable)
                .with("valueFrom", new ObjectDraft().with(kind, source).node());
    }

    private ObjectNode key(KeyValue variable, Feature feature) {
        return new ObjectDraft()
                .with("name", source(variable.value(), feature))
                .with("key", variable.option().required(Format.DATA_KEY))
                .node();
    }

    private static ObjectNode path(KeyValue variable) {
        return new ObjectDraft()
                .with("fieldPath", variable.value().required(Format.LINE))
                .node();
    }

    /** The members of {@code envFrom}. */
    List<ObjectNode> sources() {
        return Stream.concat(
                        sources("ConfigMapEnvFromSource", "configMapRef", Feature.CONFIG_MAP),
                        sources("SecretEnvFromSource", "secretRef", Feature.SECRET))
                .toList();
    }

    private Stream<ObjectNode> sources(String member, String kind, Feature feature) {
        return container.pairs(member, "environment source").stream()
                .map(source -> new ObjectDraft()
                        .with("prefix", source.value().node(Format.LINE))
                        .with(
                                kind,
                                new ObjectDraft()
                                        .with("name", source(source.key(), feature))
                                        .with(
                                                "optional",
                                                source.option()
                                                        .truth()
                                                        .filter(JsonNode::asBoolean)
                                                        .map(_ -> BooleanNode.TRUE))
                                        .node())
                        .node());
    }

    /** The name of a config map or secret: that of this step by its given name, or none given, means the one made for this deployment. */
    private Optional<JsonNode> source(Field name, Feature feature) {
        boolean isSecret = feature == Feature.SECRET;
        String computed = isSecret ? scope.names().secret() : scope.names().configMap();
        Optional<String> own = scope.properties()
                .field(isSecret ? Property.SECRET_NAME : Property.CONFIG_MAP_NAME)
                .open();
        boolean linked = !computed.isEmpty()
                && (!name.isGiven() || name.text().map(Text::clear).equals(own));
        return linked ? Optional.of(Text.plain(computed).node()) : name.required(Format.SUBDOMAIN);
    }
}
