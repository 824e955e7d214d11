package tako.steps.kubernetes.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Expressions that could not be resolved and that YAML then took for comments, because they begin with {@code #} after a blank: the value
 * they stand for would be missing silently. Within texts they are kept, and harmless.
 */
final class LostExpressions {
    private LostExpressions() {}

    /** A sentence for each of the unresolved expressions that is lost. */
    static List<String> problems(List<String> unresolved, String text, List<? extends JsonNode> objects) {
        var texts = new ArrayList<String>();
        objects.forEach(object -> collect(object, texts));
        return unresolved.stream()
                .filter(expression -> isValue(expression, text))
                .filter(expression -> texts.stream().noneMatch(kept -> kept.contains(expression)))
                .map(expression -> "The expression " + expression
                        + " could not be resolved, and YAML takes what begins with # for a comment, so its value would be"
                        + " missing. Define the variable, or remove the line.")
                .toList();
    }

    private static boolean isValue(String expression, String text) {
        return Pattern.compile("^[^#\\n]*(?<=[-:,\\[{?])[ \\t]+" + Pattern.quote(expression), Pattern.MULTILINE)
                .matcher(text)
                .find();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(child -> collect(child, texts));
    }
}
