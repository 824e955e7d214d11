package tako.structured.yaml;

import java.util.Optional;

/**
 * What may stand before a node.
 *
 * @param anchor the name by which aliases mean the node
 * @param tag its type, in full: a handle is replaced by its prefix
 */
record NodeProperties(Optional<String> anchor, Optional<String> tag) {
    /** Neither anchor nor tag. */
    static final NodeProperties NONE = new NodeProperties(Optional.empty(), Optional.empty());

    boolean isEmpty() {
        return anchor.isEmpty() && tag.isEmpty();
    }

    NodeProperties withoutTag() {
        return new NodeProperties(anchor, Optional.empty());
    }

    boolean hasTag(String name) {
        return tag.filter(name::equals).isPresent();
    }
}
