package tako.steps.kubernetes.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Affinities: Kubernetes' own object, taken as it is, or the list of a form, whose rules are required or preferred with a weight.
 */
record AffinitySection(Properties properties) {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final List<String> TYPES = List.of("Required", "Preferred");
    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
    private static final int HEAVIEST = 100;

    ObjectNode ofNodes() {
        Optional<JsonNode> json = properties.json(Property.NODE_AFFINITY);
        return json.filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> nodes(rules(json, Property.NODE_AFFINITY)));
    }

    ObjectNode ofPods(Property property) {
        Optional<JsonNode> json = properties.json(property);
        return json.filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseGet(() -> pods(rules(json, property)));
    }

    private List<Item> rules(Optional<JsonNode> json, Property property) {
        return Item.listOf(json, "rule", property.title(), properties.problems()).stream()
                .map(rule -> new Item(rule.node(), rule.where() + " of the " + property.title(), rule.problems()))
                .toList();
    }

    private static ObjectNode nodes(List<Item> rules) {
        List<ObjectNode> required = of(rules, false).map(AffinitySection::term).toList();
        List<ObjectNode> preferred = of(rules, true)
                .map(rule -> weighted(rule, "preference", term(rule)))
                .toList();
        return new ObjectDraft()
                .withFilled(
                        REQUIRED,
                        new ObjectDraft().with("nodeSelectorTerms", required).node())
                .with(PREFERRED, preferred)
                .node();
    }

    private static ObjectNode pods(List<Item> rules) {
        return new ObjectDraft()
                .with(REQUIRED, of(rules, false).map(AffinitySection::podTerm).toList())
                .with(
                        PREFERRED,
                        of(rules, true)
                                .map(rule -> weighted(rule, "podAffinityTerm", podTerm(rule)))
                                .toList())
                .node();
    }

    private static Stream<Item> of(List<Item> rules, boolean preferred) {
        return rules.stream().filter(rule -> isPreferred(rule) == preferred);
    }

    private static boolean isPreferred(Item rule) {
        return rule.field("Type")
                .oneOf(TYPES)
                .map("Preferred"::equals)
                .orElseGet(() -> rule.field("Weight").isGiven());
    }

    private static ObjectNode weighted(Item rule, String name, ObjectNode term) {
        return new ObjectDraft()
                .with("weight", rule.field("Weight").whole(1, HEAVIEST).orElse(IntNode.valueOf(1)))
                .with(name, term)
                .node();
    }

    private static ObjectNode podTerm(Item rule) {
        return new ObjectDraft()
                .with("labelSelector", term(rule))
                .with("namespaces", names(rule.field("NamespacesList", "Namespaces")))
                .with("topologyKey", rule.field("TopologyKey").required(Format.LABEL_KEY))
                .node();
    }

    private static List<JsonNode> names(Field names) {
        return names.parts().stream()
                .flatMap(name -> name.node(Format.LABEL).stream())
                .toList();
    }

    private static ObjectNode term(Item rule) {
        List<ObjectNode> expressions = new ArrayList<>();
        Stream.of("InMatch", "ExistMatch", "matchExpressions")
                .flatMap(name -> rule.items(name, "expression").stream())
                .map(AffinitySection::expression)
                .forEach(expressions::add);
        return new ObjectDraft().with("matchExpressions", expressions).node();
    }

    /** An expression; an operator stands in its own member, in the option, or instead of the value. */
    private static ObjectNode expression(Item expression) {
        Field operator = expression.field("operator", "option");
        Field value = expression.field("values", "value");
        boolean alone =
                !operator.isGiven() && value.open().filter(OPERATORS::contains).isPresent();
        return new ObjectDraft()
                .with("key", expression.field("key").required(Format.LABEL_KEY))
                .with(
                        "operator",
                        (alone ? value : operator)
                                .oneOf(OPERATORS)
                                .or(() -> Optional.of("In"))
                                .map(Text::plain)
                                .map(Text::node))
                .with("values", alone ? List.of() : values(value))
                .node();
    }

    private static List<JsonNode> values(Field value) {
        return value.parts().stream().flatMap(part -> part.any().stream()).toList();
    }
}
