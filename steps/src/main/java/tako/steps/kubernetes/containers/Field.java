package tako.steps.kubernetes.containers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.StringNode;

/**
 * One value that users gave, after evaluation. What it should be is said where it is read; what it is not becomes a problem that names it.
 *
 * @param title for people: {@code field "port" of container "web"}
 * @param value its leaf; empty when absent
 */
record Field(String title, Optional<JsonNode> value, Problems problems) {
    private static final int HIGHEST_PORT = 65_535;

    /** The text; empty when absent or blank. */
    Optional<Text> text() {
        return value.map(Text::of).filter(text -> !text.isBlank());
    }

    /** Whether it says anything. */
    boolean isGiven() {
        return text().isPresent();
    }

    /** Any text, exactly as it is, as a leaf; empty when it is blank. */
    Optional<JsonNode> any() {
        return text().map(Text::node);
    }

    /** Any text, "" if there is none. */
    JsonNode anyOrEmpty() {
        return value.map(Text::of).orElse(Text.plain("")).node();
    }

    /** A text that everybody may see; a secret is refused. "" is absent. */
    Optional<String> open() {
        Optional<Text> text = text();
        if (text.filter(Text::hasSecret).isPresent()) {
            problems.add("The " + title
                    + " comes from a secret variable, but is shown to everybody. Use a variable that is not secret.");
            return Optional.empty();
        }
        return text.map(Text::clear).map(String::strip);
    }

    /** An open text of some format. */
    Optional<String> of(Format format) {
        return open().filter(text -> format.accepts(text) || wrong(format.expected()));
    }

    /** A text of some format, as a leaf. */
    Optional<JsonNode> node(Format format) {
        return text().filter(text -> format.accepts(text.clear().strip()) || wrong(format.expected()))
                .map(text -> text.node(StringNode.valueOf(text.clear().strip())));
    }

    /** Like {@link #node}, but a problem when absent. */
    Optional<JsonNode> required(Format format) {
        return given() ? node(format) : Optional.empty();
    }

    /** Whether it is given; a problem if not. */
    boolean given() {
        if (!isGiven()) {
            problems.add("The " + title + " is empty. Fill it in.");
        }
        return isGiven();
    }

    /** One of some words, whatever the case of its letters. */
    Optional<String> oneOf(List<String> words) {
        return open().flatMap(text -> {
            Optional<String> word =
                    words.stream().filter(text::equalsIgnoreCase).findFirst();
            return word.isPresent() || wrong("one of " + String.join(", ", words)) ? word : Optional.empty();
        });
    }

    /** Like {@link #oneOf}, as a leaf. */
    Optional<JsonNode> word(List<String> words) {
        return oneOf(words).map(StringNode::valueOf);
    }

    /** A whole number. */
    Optional<JsonNode> whole(long from, long to) {
        return text().flatMap(text -> {
            Optional<Long> number = number(text.clear()).filter(n -> n >= from && n <= to);
            return number.isPresent() || wrong("a whole number from " + from + " to " + to)
                    ? number.map(
                            n -> text.node(n == n.intValue() ? IntNode.valueOf(n.intValue()) : LongNode.valueOf(n)))
                    : Optional.empty();
        });
    }

    /** A whole number that is not negative. */
    Optional<JsonNode> count() {
        return whole(0, Integer.MAX_VALUE);
    }

    /** The number of a port. */
    Optional<JsonNode> port() {
        return whole(1, HIGHEST_PORT);
    }

    /** The number of a port, or the name of one. */
    Optional<JsonNode> portOrName() {
        return text().flatMap(text -> isNumber(text) ? port() : named(text));
    }

    private Optional<JsonNode> named(Text text) {
        return Format.PORT_NAME.accepts(text.clear().strip())
                        || wrong("the number of a port from 1 to 65535 or the name of one")
                ? node(Format.PORT_NAME)
                : Optional.empty();
    }

    /** A number, or a part in percent. */
    Optional<JsonNode> countOrPercentage() {
        return text().flatMap(text -> isNumber(text) ? count() : node(Format.PERCENTAGE));
    }

    private static boolean isNumber(Text text) {
        return number(text.clear()).isPresent();
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        return digits.matches("-?[0-9]{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** A truth value. */
    Optional<JsonNode> truth() {
        return oneOf(List.of("true", "false")).map(word -> BooleanNode.valueOf(word.equals("true")));
    }

    /** Whether it says true; absent is no. */
    boolean isTrue() {
        return truth().filter(JsonNode::asBoolean).isPresent();
    }

    /** Texts: a list, or one text with commas between them. */
    List<Field> parts() {
        Stream<JsonNode> parts = value.filter(JsonNode::isArray)
                .map(JsonNode::valueStream)
                .orElseGet(() -> open().stream()
                        .flatMap(text -> Stream.of(text.split("[,;\\n]")))
                        .map(String::strip)
                        .map(StringNode::valueOf));
        return parts.map(part -> new Field(title, Optional.of(part), problems))
                .filter(Field::isGiven)
                .toList();
    }

    /** Says that it is not what it should be. */
    boolean wrong(String expected) {
        String shown = text().map(Text::shown).orElse("");
        problems.add(
                shown.contains("#{")
                        ? "The " + title + " is \"" + shown
                                + "\", which cannot be resolved. Define the variable for this environment, or correct the expression."
                        : "The " + title + " is \"" + shown + "\", which is not " + expected + ". Correct it.");
        return false;
    }
}
