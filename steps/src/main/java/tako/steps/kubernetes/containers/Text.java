package tako.steps.kubernetes.containers;

import tako.octostache.Evaluation;
import tako.steps.kubernetes.manifest.Mask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * A text after evaluation.
 *
 * @param clear what the cluster gets
 * @param shown what people see: the same with the secrets in it masked
 */
record Text(String clear, String shown) {
    /** A text without secrets. */
    static Text plain(String text) {
        return new Text(text, text);
    }

    /** A text that is a secret as a whole. */
    static Text secret(String clear) {
        return new Text(clear, Mask.TEXT);
    }

    static Text of(Evaluation clear, Evaluation shown) {
        return new Text(clear.text(), shown.text());
    }

    /** The text of a leaf of a tree; "" for what is no leaf. */
    static Text of(JsonNode leaf) {
        return Leaf.in(leaf)
                .map(masked ->
                        new Text(masked.clear().asString(""), masked.shown().asString("")))
                .orElseGet(() -> plain(leaf.isValueNode() ? leaf.asString("") : ""));
    }

    boolean hasSecret() {
        return !clear.equals(shown);
    }

    boolean isBlank() {
        return clear.isBlank();
    }

    /** The text as a leaf of a tree. */
    JsonNode node() {
        return node(StringNode.valueOf(clear));
    }

    /** What it stands for, a number perhaps, as a leaf of a tree. */
    JsonNode node(JsonNode meant) {
        return hasSecret() ? JsonNodeFactory.instance.pojoNode(new Leaf(meant, StringNode.valueOf(shown))) : meant;
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return shown;
    }
}
