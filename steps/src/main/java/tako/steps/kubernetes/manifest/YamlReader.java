package tako.steps.kubernetes.manifest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import tools.jackson.databind.JsonNode;

/**
 * Makes trees of a parser's events. It does so itself, without the parser's own objects, so that each bound is checked before memory
 * is spent, aliases are copies, and no depth of the text is a depth of calls.
 */
final class YamlReader {
    private final YamlBudget budget;
    private final List<YamlDocument> documents = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private IdentityHashMap<JsonNode, Place> places = new IdentityHashMap<>();
    private int begun;
    private Place last = new Place(1, 1, 1);

    YamlReader(Bounds bounds) {
        this.budget = new YamlBudget(bounds);
    }

    private record Open(YamlFrame frame, Optional<Anchor> anchor, Place place) {}

    /** The documents so far that hold something. */
    List<YamlDocument> documents() {
        return List.copyOf(documents);
    }

    /** Where the last event was. */
    Place last() {
        return last;
    }

    /** A place in the document that is being read, by numbers from 0. */
    Place place(int line, int column) {
        return new Place(Math.max(1, begun), line + 1, column + 1);
    }

    /** Takes the next event. Throws {@link YamlRefused}. */
    void take(Event event) {
        Place place = event.getStartMark()
                .map(mark -> place(mark.getLine(), mark.getColumn()))
                .orElse(last);
        last = place;
        switch (event) {
            case DocumentStartEvent _ -> beginDocument(place);
            case DocumentEndEvent _ -> endDocument();
            case CollectionStartEvent start -> begin(start, place);
            case CollectionEndEvent _ -> end();
            case ScalarEvent scalar -> scalar(scalar, place);
            case AliasEvent alias -> alias(alias, place);
            default -> {
                // The stream's beginning and end say nothing.
            }
        }
    }

    private void beginDocument(Place place) {
        begun++;
        Place here = place(place.line() - 1, place.column() - 1);
        budget.document(here);
        anchors.clear();
        places = new IdentityHashMap<>();
        open.push(new Open(new YamlFrame.Document(), Optional.empty(), here));
    }

    private void endDocument() {
        Open document = open.pop();
        JsonNode root = document.frame().node();
        if (!root.isNull()) {
            documents.add(new YamlDocument(root, places.getOrDefault(root, document.place()), places));
        }
    }

    private void begin(CollectionStartEvent start, Place place) {
        budget.collection(open.size() - 1, place);
        if (isKeyNext()) {
            throw new YamlRefused(place, "a mapping or list stands where a key should. Keys are texts.");
        }
        boolean mapping = start instanceof MappingStartEvent;
        YamlScalar.checkCollectionTag(start.getTag(), mapping ? "map" : "seq", place);
        start.getAnchor().map(Anchor::getValue).ifPresent(anchors::remove);
        open.push(new Open(mapping ? new YamlFrame.Mapping() : new YamlFrame.Sequence(), start.getAnchor(), place));
    }

    private void end() {
        Open ended = open.pop();
        JsonNode node = ended.frame().node();
        places.put(node, ended.place());
        remember(ended.anchor(), node);
        current().take(node, ended.place());
    }

    private void scalar(ScalarEvent scalar, Place place) {
        budget.text(scalar.getValue(), place);
        if (current() instanceof YamlFrame.Mapping mapping && mapping.awaitsKey()) {
            key(scalar, mapping, place);
            return;
        }
        JsonNode value = YamlScalar.value(scalar, place);
        remember(scalar.getAnchor(), value);
        current().take(value, place);
    }

    private static void key(ScalarEvent scalar, YamlFrame.Mapping mapping, Place place) {
        if (YamlScalar.isMergeKey(scalar)) {
            mapping.takeMergeKey();
        } else {
            mapping.takeKey(YamlScalar.key(scalar, place), place);
        }
    }

    private void alias(AliasEvent alias, Place place) {
        String name = alias.getAlias().getValue();
        JsonNode meaning = Optional.ofNullable(anchors.get(name))
                .orElseThrow(() -> new YamlRefused(
                        place, "the alias *" + name + " stands for nothing that was complete before it."));
        if (isKeyNext()) {
            throw new YamlRefused(place, "the alias *" + name + " stands where a key should. Write the key itself.");
        }
        budget.alias(meaning, open.size() - 1, place);
        JsonNode copy = meaning.deepCopy();
        places.put(copy, place);
        current().take(copy, place);
    }

    private void remember(Optional<Anchor> anchor, JsonNode value) {
        anchor.ifPresent(name -> anchors.put(name.getValue(), value));
    }

    private boolean isKeyNext() {
        return current() instanceof YamlFrame.Mapping mapping && mapping.awaitsKey();
    }

    private YamlFrame current() {
        return open.element().frame();
    }
}
