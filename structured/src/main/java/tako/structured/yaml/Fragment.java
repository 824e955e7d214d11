package tako.structured.yaml;

import java.util.List;

/** A variable's value as YAML, to stand in place of a mapping or list. */
final class Fragment {
    private Fragment() {}

    /**
     * The one node that a value is, in its own style and without its comments. A value that cannot be read, or is no node or several, is a
     * text, which keeps the anchor of what it replaces.
     */
    static List<YamlEvent> replacing(NodeProperties before, String value) {
        List<YamlEvent> events = read(value);
        long documents = events.stream()
                .filter(YamlEvent.DocumentStart.class::isInstance)
                .count();
        return documents == 1
                ? events.stream().filter(Fragment::isOfNode).toList()
                : List.of(new YamlEvent.Scalar(before.withoutTag(), value, ScalarStyle.DOUBLE_QUOTED));
    }

    private static List<YamlEvent> read(String value) {
        try {
            return YamlReader.read(value).events();
        } catch (YamlRefused _) {
            return List.of();
        }
    }

    private static boolean isOfNode(YamlEvent event) {
        return event.isNode() || event instanceof YamlEvent.CollectionEnd;
    }
}
