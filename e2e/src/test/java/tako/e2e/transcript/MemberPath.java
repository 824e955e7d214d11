package tako.e2e.transcript;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A member of an answer that a client reads: {@code Links.Self}, {@code Items[].Id} (in every item), {@code [].Name} (in every element of
 * a bare array), {@code Items[+].Id} (in every item, of which there must be some).
 */
record MemberPath(String text) {
    /** Whether the member is there, wherever it must be. A null counts: clients read it as absent. */
    boolean isIn(JsonNode answer) {
        return isIn(answer, List.of(text.split("\\.")));
    }

    private static boolean isIn(JsonNode node, List<String> steps) {
        if (steps.isEmpty()) {
            return !node.isMissingNode();
        }
        var step = steps.getFirst();
        var rest = steps.subList(1, steps.size());
        if (!step.endsWith("]")) {
            return isIn(node.path(step), rest);
        }
        var name = step.substring(0, step.indexOf('['));
        var array = name.isEmpty() ? node : node.path(name);
        return array.isArray() && !(step.endsWith("[+]") && array.isEmpty()) && isInEach(array, rest);
    }

    private static boolean isInEach(JsonNode array, List<String> rest) {
        for (JsonNode element : array) {
            if (!isIn(element, rest)) {
                return false;
            }
        }
        return true;
    }
}
