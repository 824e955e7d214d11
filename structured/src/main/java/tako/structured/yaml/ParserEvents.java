package tako.structured.yaml;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** The parser's events in our terms. */
final class ParserEvents {
    private static final Pattern OTHER_BREAKS = Pattern.compile("[\\r\\x85\\u2028\\u2029]");
    private static final Pattern ONLY_BREAKS = Pattern.compile("\\n+");

    /** Handles by name, but the common ones last: the first that fits a tag is written. */
    private static final Comparator<String> NAMED_HANDLES_FIRST = Comparator.<String>comparingInt(
                    handle -> -Math.min(handle.length(), 3))
            .thenComparing(Comparator.naturalOrder());

    private ParserEvents() {}

    /** What an event means; nothing for the stream's beginning and end. */
    static Optional<YamlEvent> of(Event event) {
        return switch (event) {
            case DocumentStartEvent start -> Optional.of(documentStart(start));
            case DocumentEndEvent end -> Optional.of(new YamlEvent.DocumentEnd(end.isExplicit()));
            case CollectionStartEvent start -> Optional.of(collectionStart(start));
            case CollectionEndEvent _ -> Optional.of(new YamlEvent.CollectionEnd());
            case ScalarEvent scalar -> Optional.of(scalar(scalar));
            case AliasEvent alias ->
                Optional.of(new YamlEvent.Alias(alias.getAlias().getValue()));
            default -> Optional.empty();
        };
    }

    private static YamlEvent documentStart(DocumentStartEvent start) {
        SortedMap<String, String> tags = new TreeMap<>(NAMED_HANDLES_FIRST);
        tags.putAll(start.getTags());
        return new YamlEvent.DocumentStart(
                start.isExplicit(), start.getSpecVersion().map(ParserEvents::version), tags);
    }

    private static String version(SpecVersion version) {
        return version.getMajor() + "." + version.getMinor();
    }

    private static YamlEvent collectionStart(CollectionStartEvent start) {
        YamlEvent.Collection kind =
                start instanceof MappingStartEvent ? YamlEvent.Collection.MAPPING : YamlEvent.Collection.SEQUENCE;
        return new YamlEvent.CollectionStart(kind, properties(start, start.getTag()), start.isFlow());
    }

    private static YamlEvent scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        ScalarStyle style = style(scalar);
        boolean escaped = OTHER_BREAKS.matcher(text).find()
                || (style.isBlock() && ONLY_BREAKS.matcher(text).matches());
        return new YamlEvent.Scalar(
                properties(scalar, scalar.getTag()), text, escaped ? ScalarStyle.DOUBLE_QUOTED : style);
    }

    private static ScalarStyle style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> ScalarStyle.PLAIN;
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
            case FOLDED -> ScalarStyle.FOLDED;
        };
    }

    private static NodeProperties properties(NodeEvent node, Optional<String> tag) {
        return new NodeProperties(node.getAnchor().map(Anchor::getValue), tag);
    }
}
