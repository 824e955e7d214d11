package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How pods find others by name. */
record PodNetworkSection(Properties properties) {
    void addTo(ObjectDraft spec) {
        spec.with("hostNetwork", properties.field(Property.HOST_NETWORK).truth().filter(JsonNode::asBoolean))
                .with("hostAliases", aliases())
                .with("dnsPolicy", properties.word(Property.DNS_POLICY))
                .withFilled("dnsConfig", dns());
    }

    private List<ObjectNode> aliases() {
        return properties.items(Property.HOST_ALIASES, "host alias").stream()
                .map(alias -> new ObjectDraft()
                        .with("ip", alias.field("ip", "key").required(Format.LINE))
                        .with("hostnames", hosts(alias.field("hostnames", "value")))
                        .node())
                .toList();
    }

    private static List<JsonNode> hosts(Field names) {
        return names.parts().stream()
                .flatMap(name -> name.node(Format.HOST).stream())
                .toList();
    }

    private ObjectNode dns() {
        return new ObjectDraft()
                .with("nameservers", texts(Property.DNS_NAMESERVERS))
                .with("searches", texts(Property.DNS_SEARCHES))
                .with("options", options())
                .node();
    }

    private List<JsonNode> texts(Property property) {
        return properties.parts(property).stream()
                .flatMap(part -> part.node(Format.LINE).stream())
                .toList();
    }

    private List<ObjectNode> options() {
        Stream<KeyValue> options = properties.pairs(Property.DNS_OPTIONS, "DNS option").stream();
        return options.map(option -> new ObjectDraft()
                        .with("name", option.key().required(Format.LINE))
                        .with("value", option.value().any())
                        .node())
                .toList();
    }
}
