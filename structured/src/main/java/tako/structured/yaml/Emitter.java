package tako.structured.yaml;

import java.util.List;
import java.util.TreeMap;

/** Writes events as text, laid out as YamlDotNet 16 does. For one file. */
final class Emitter {
    private final List<YamlEvent> events;
    private final Layout layout;
    private final Output out = new Output();
    private TagNames tags = new TagNames(new TreeMap<>());
    private int next;

    Emitter(List<YamlEvent> events, Layout layout) {
        this.events = List.copyOf(events);
        this.layout = layout;
    }

    /**
     * Where a node stands.
     *
     * @param indent the column of what surrounds it, -1 at a document's root
     * @param afterKey whether a key stands before it on its line
     * @param flow whether braces or brackets surround it
     */
    private record Place(int indent, boolean afterKey, boolean flow) {
        static final Place ROOT = new Place(-1, false, false);

        static Place entry(int indent) {
            return new Place(indent, false, false);
        }

        int commentIndent() {
            return Math.max(0, indent);
        }
    }

    /** The text, lines ended by line feeds. */
    String emit() {
        for (boolean first = true; next < events.size(); first = false) {
            comments(0);
            if (next < events.size()) {
                document((YamlEvent.DocumentStart) take(), first);
            }
        }
        return out.text();
    }

    private YamlEvent peek() {
        return events.get(next);
    }

    private YamlEvent take() {
        return events.get(next++);
    }

    private void document(YamlEvent.DocumentStart start, boolean first) {
        tags = new TagNames(start.tags());
        start.version().ifPresent(version -> directive("%YAML " + version));
        start.tags().forEach((handle, prefix) -> directive("%TAG " + handle + " " + TagNames.writtenPrefix(prefix)));
        boolean directives = start.version().isPresent() || !start.tags().isEmpty();
        if (start.explicit() || directives || !first) {
            out.token("---");
        }
        node(Place.ROOT);
        comments(0);
        out.finishLine();
        if (take() instanceof YamlEvent.DocumentEnd end && end.explicit()) {
            directive("...");
        }
    }

    private void directive(String line) {
        out.token(line);
        out.endLine();
    }

    private void comments(int indent) {
        while (next < events.size() && peek() instanceof YamlEvent.Comment comment) {
            next++;
            comment(comment, indent);
        }
    }

    private void comment(YamlEvent.Comment comment, int indent) {
        if (!comment.inline()) {
            out.finishLine();
        }
        if (out.isAtLineStart()) {
            out.pad(indent);
        }
        out.token(comment.text());
        out.endLine();
    }

    private void node(Place place) {
        boolean apart = peek() instanceof YamlEvent.Comment;
        if (apart) {
            commentsBefore(place);
        }
        YamlEvent event = take();
        if (apart && !beginsItsOwnLine(event, place)) {
            out.startEntry(layout.entriesWithin(place.indent()));
        }
        switch (event) {
            case YamlEvent.Alias alias -> out.token("*" + alias.anchor());
            case YamlEvent.Scalar scalar -> scalar(scalar, place);
            case YamlEvent.CollectionStart start -> collection(start, place, apart);
            case YamlEvent.CollectionEnd _, YamlEvent.Comment _ -> throw new IllegalStateException("A node is missing.");
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _ ->
                throw new IllegalStateException("A node is missing.");
        }
    }

    /** One comment on its own line before a mapping is written as the mapping's; several, or before anything else, as what surrounds it. */
    private void commentsBefore(Place place) {
        YamlEvent.Comment first = (YamlEvent.Comment) peek();
        boolean ofMapping = !first.inline()
                && events.get(next + 1) instanceof YamlEvent.CollectionStart start
                && start.kind() == YamlEvent.Collection.MAPPING
                && !start.flow();
        comments(ofMapping ? layout.entriesWithin(place.indent()) : place.commentIndent());
    }

    private boolean beginsItsOwnLine(YamlEvent event, Place place) {
        return event instanceof YamlEvent.CollectionStart start
                && start.properties().isEmpty()
                && !isFlow(start, place);
    }

    private boolean isFlow(YamlEvent.CollectionStart start, Place place) {
        return place.flow() || start.flow() || peek() instanceof YamlEvent.CollectionEnd;
    }

    private void properties(NodeProperties properties) {
        properties.anchor().ifPresent(anchor -> out.token("&" + anchor));
        properties.tag().ifPresent(tag -> out.token(tags.written(tag)));
    }

    private void scalar(YamlEvent.Scalar scalar, Place place) {
        properties(scalar.properties());
        ScalarStyle style = layout.rules().style(scalar, place.flow(), false);
        var writer = new ScalarWriter(out, layout);
        int indent = layout.within(place.indent());
        if (style.isBlock() && next < events.size() && peek() instanceof YamlEvent.Comment comment && comment.inline()) {
            next++;
            writer.header(scalar.text(), style);
            comment(comment, 0);
            writer.block(scalar.text(), style, indent);
        } else {
            writer.write(scalar.text(), style, indent);
        }
    }

    private void collection(YamlEvent.CollectionStart start, Place place, boolean apart) {
        properties(start.properties());
        if (isFlow(start, place)) {
            flow(start.kind(), new Place(layout.within(place.indent()), false, true));
            return;
        }
        switch (start.kind()) {
            case SEQUENCE ->
                sequence(place.afterKey() && !apart ? place.indent() : layout.entriesWithin(place.indent()));
            case MAPPING -> mapping(layout.entriesWithin(place.indent()));
        }
    }

    private void sequence(int indent) {
        while (hasEntry(indent)) {
            out.startEntry(indent);
            out.entry("-");
            node(Place.entry(indent));
        }
    }

    private void mapping(int indent) {
        while (hasEntry(indent)) {
            out.startEntry(indent);
            if (simpleKey(false)) {
                node(new Place(indent, true, false));
            } else {
                out.entry("?");
                node(Place.entry(indent));
                comments(indent);
                out.startEntry(indent);
                out.entry(":");
                node(Place.entry(indent));
            }
        }
    }

    /** Writes comments; whether an entry comes then, rather than the end, which is taken. */
    private boolean hasEntry(int indent) {
        comments(indent);
        boolean ends = peek() instanceof YamlEvent.CollectionEnd;
        next += ends ? 1 : 0;
        return !ends;
    }

    private void flow(YamlEvent.Collection kind, Place place) {
        boolean mapping = kind == YamlEvent.Collection.MAPPING;
        out.opening(mapping ? "{" : "[");
        for (boolean first = true; !(peek() instanceof YamlEvent.CollectionEnd); first = false) {
            if (!first) {
                out.glued(",");
            }
            if (mapping) {
                flowKey(place);
            }
            node(place);
        }
        next++;
        out.glued(mapping ? "}" : "]");
    }

    private void flowKey(Place place) {
        if (!simpleKey(true)) {
            out.token("?");
            node(place);
            out.token(":");
        }
    }

    /** Writes the next node with a colon, if it fits before one. */
    private boolean simpleKey(boolean flow) {
        var key = new SimpleKey(layout, tags);
        return switch (peek()) {
            case YamlEvent.Alias alias -> writtenKey("*" + alias.anchor() + " :");
            case YamlEvent.Scalar scalar ->
                key.of(scalar, flow).map(written -> writtenKey(written + ":")).orElse(false);
            case YamlEvent.CollectionStart _, YamlEvent.CollectionEnd _, YamlEvent.Comment _ -> false;
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _ -> false;
        };
    }

    private boolean writtenKey(String written) {
        next++;
        out.token(written);
        return true;
    }
}
