package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ingress: which host and path leads to which service. */
final class IngressSection {
    private static final String DEFAULT_PATH_TYPE = "ImplementationSpecific";
    private static final List<String> PATH_TYPES = List.of(DEFAULT_PATH_TYPE, "Prefix", "Exact");

    private final Scope scope;
    private final Properties properties;
    private final TlsSection tls;

    IngressSection(Scope scope, TlsSection tls) {
        this.scope = scope;
        this.properties = scope.properties();
        this.tls = tls;
    }

    Manifest manifest() {
        Field name = properties.field(Property.INGRESS_NAME);
        return Leaf.manifest(scope.object(
                        "networking.k8s.io/v1",
                        "Ingress",
                        name.given() ? name.of(Format.SUBDOMAIN).orElse("") : "",
                        scope.annotations(Property.INGRESS_ANNOTATIONS))
                .with("spec", spec())
                .node());
    }

    private ObjectNode spec() {
        List<ObjectNode> rules = properties.items(Property.INGRESS_RULES, "rule").stream()
                .map(this::rule)
                .toList();
        Optional<ObjectNode> fallback = defaultBackend();
        if (rules.isEmpty() && fallback.isEmpty()) {
            scope.problems().add("The ingress has no rule. Add one that leads a host or path to a service's port.");
        }
        return new ObjectDraft()
                .with(
                        "ingressClassName",
                        properties.field(Property.INGRESS_CLASS).node(Format.SUBDOMAIN))
                .with("defaultBackend", fallback)
                .with("tls", tls.members())
                .with("rules", rules)
                .node();
    }

    private Optional<ObjectNode> defaultBackend() {
        Field port = properties.field(Property.DEFAULT_RULE_PORT);
        Field service = properties.field(Property.DEFAULT_RULE_SERVICE);
        return port.isGiven() || service.isGiven() ? Optional.of(backend(service, port)) : Optional.empty();
    }

    private ObjectNode rule(Item rule) {
        ObjectDraft draft = new ObjectDraft().with("host", rule.field("host").node(Format.HOST));
        List<ObjectNode> paths = rule.child("http", "paths").pairs("paths", "path").stream()
                .map(this::path)
                .toList();
        return paths.isEmpty()
                ? draft.node()
                : draft.with("http", new ObjectDraft().with("paths", paths).node())
                        .node();
    }

    private ObjectNode path(KeyValue path) {
        String type = path.option2().oneOf(PATH_TYPES).orElse(DEFAULT_PATH_TYPE);
        boolean rooted =
                path.key().text().filter(text -> text.clear().startsWith("/")).isPresent();
        if (!type.equals(DEFAULT_PATH_TYPE) && !rooted) {
            path.key().wrong("a path that begins with '/', as the type " + type + " needs it");
        }
        return new ObjectDraft()
                .with("path", path.key().node(Format.LINE))
                .with("pathType", type)
                .with("backend", backend(path.option(), path.value()))
                .node();
    }

    /** A service and its port: this step's service when none is named. */
    private ObjectNode backend(Field service, Field port) {
        ObjectNode target = new ObjectDraft()
                .with("name", service.isGiven() ? service.node(Format.SERVICE) : ownService(service))
                .with("port", port(port))
                .node();
        return new ObjectDraft().with("service", target).node();
    }

    private Optional<JsonNode> ownService(Field service) {
        if (!scope.has(Feature.SERVICE)) {
            scope.problems()
                    .add("The " + service.title() + " names no service, and the step has none of its own."
                            + " Name one, or switch the step's service on.");
            return Optional.empty();
        }
        return properties.field(Property.SERVICE_NAME).open().map(Text::plain).map(Text::node);
    }

    private static ObjectNode port(Field port) {
        port.given();
        Optional<JsonNode> value = port.portOrName();
        boolean isName = value.flatMap(Leaf::in)
                .map(Leaf::clear)
                .or(() -> value)
                .filter(JsonNode::isString)
                .isPresent();
        return new ObjectDraft().with(isName ? "name" : "number", value).node();
    }
}
