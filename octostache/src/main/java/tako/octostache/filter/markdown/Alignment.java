package tako.octostache.filter.markdown;

import java.util.Map;
import org.commonmark.node.Node;

/** Aligns the cells of tables by a style, as Markdig does. */
final class Alignment {
    private static final String ATTRIBUTE = "align";

    private Alignment() {}

    static void style(Node node, String tag, Map<String, String> attributes) {
        String align = attributes.remove(ATTRIBUTE);
        if (align != null) {
            attributes.put("style", "text-align: " + align + ";");
        }
    }
}
