package tako.octostache.filter.markdown;

import org.commonmark.node.CustomNode;

/** A text with such an emphasis. */
final class Mark extends CustomNode {
    private final String tag;

    Mark(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }
}
