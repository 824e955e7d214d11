package tako.structured.xml;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Whitespace and who keeps it. */
final class Space {
    private Space() {}

    /** Whether an element keeps whitespace: it says so itself, or those around it do. */
    static boolean kept(Element element, boolean keptAround) {
        return switch (element.getAttribute("xml:space")) {
            case "preserve" -> true;
            case "default" -> false;
            default -> keptAround;
        };
    }

    /** Whether it or the nearest of those around it that says anything keeps whitespace. */
    static boolean kept(Element element) {
        for (Node each = element; each instanceof Element around; each = each.getParentNode()) {
            if (around.hasAttribute("xml:space")) {
                return kept(around, false);
            }
        }
        return false;
    }

    static boolean isBlank(String text) {
        return text.chars().allMatch(c -> SourceScan.isBlank((char) c));
    }
}
