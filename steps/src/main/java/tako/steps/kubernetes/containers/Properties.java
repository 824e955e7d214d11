package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The properties of an action, evaluated as they are read. */
record Properties(Map<String, String> raw, Texts texts, Problems problems) {
    /** The same with other variables. */
    Properties with(Texts others) {
        return new Properties(raw, others, problems);
    }

    /** A value as it was written, under its newest name or an older one; empty when absent. */
    Optional<String> written(Property property) {
        List<Optional<String>> all = property.keys().stream()
                .map(key -> Optional.ofNullable(raw.get(key)))
                .filter(Optional::isPresent)
                .toList();
        return all.stream()
                .filter(text -> text.filter(Predicate.not(String::isBlank)).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .flatMap(text -> text);
    }

    /** A plain value. */
    Field field(Property property) {
        return new Field(
                property.title(),
                written(property)
                        .flatMap(text -> texts.evaluate(text, property.title()))
                        .map(Text::node),
                problems);
    }

    /** A value that is one of the property's choices. */
    Optional<String> choice(Property property) {
        return field(property).oneOf(property.choices());
    }

    /** Like {@link #choice}, as a leaf. */
    Optional<JsonNode> word(Property property) {
        return field(property).word(property.choices());
    }

    /** A structure. */
    Optional<JsonNode> json(Property property) {
        return written(property)
                .filter(Predicate.not(String::isBlank))
                .flatMap(text -> texts.json(text, property.title()));
    }

    /** A list of objects. */
    List<Item> items(Property property, String what) {
        return Item.listOf(json(property), what, property.title(), problems);
    }

    /** A list of key-value items, or an object. */
    List<KeyValue> pairs(Property property, String what) {
        return KeyValue.listOf(json(property), what, property.title(), problems);
    }

    /** A list of texts: JSON, or with commas between them. */
    List<Field> parts(Property property) {
        Optional<JsonNode> list = written(property)
                .filter(text -> text.strip().startsWith("["))
                .flatMap(text -> texts.json(text, property.title()));
        return list.isPresent()
                ? new Field(property.title(), list, problems).parts()
                : field(property).parts();
    }
}
