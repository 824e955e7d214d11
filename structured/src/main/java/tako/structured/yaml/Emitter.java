package tako.structured.yaml;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Writes events as text, laid out as YamlDotNet 16 does. For one file. */
final class Emitter {
    private final EventCursor events;
    private final Layout layout;
    private final Output out = new Output();
    private final CommentWriter comments;
    private final ScalarWriter scalars;
    private TagNames tags = new TagNames(new TreeMap<>());

    /** Of the events of a whole stream. */
    Emitter(List<YamlEvent> stream, Layout layout) {
        this.events = new EventCursor(stream);
        this.layout = layout;
        this.comments = new CommentWriter(events, out, layout);
        this.scalars = new ScalarWriter(out, layout);
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
    }

    /** The text, lines ended by line feeds. */
    String emit() {
        comments.betweenEntries(0);
        for (boolean first = true; !events.isAtEnd(); first = false) {
            document((YamlEvent.DocumentStart) events.take(), first);
            comments.betweenEntries(0);
        }
        return out.text();
    }

    private void document(YamlEvent.DocumentStart start, boolean first) {
        tags = new TagNames(start.tags());
        start.version().ifPresent(version -> line("%YAML " + version));
        start.tags().forEach((handle, prefix) -> line("%TAG " + handle + " " + TagNames.writtenInFull(prefix)));
        if (start.explicit() || !first) {
            out.token("---");
        }
        node(Place.ROOT);
        comments.betweenEntries(0);
        out.finishLine();
        if (events.take() instanceof YamlEvent.DocumentEnd end && end.explicit()) {
            line("...");
        }
    }

    private void line(String text) {
        out.token(text);
        out.endLine();
    }

    private void node(Place place) {
        boolean apart = comments.beforeNode(place.indent());
        YamlEvent event = events.take();
        if (apart && !beginsItsOwnLine(event, place)) {
            out.startEntry(layout.entriesWithin(place.indent()));
        }
        switch (event) {
            case YamlEvent.Alias alias -> out.token("*" + alias.anchor());
            case YamlEvent.Scalar scalar -> scalar(scalar, place);
            case YamlEvent.CollectionStart start -> collection(start, place, apart);
            case YamlEvent.CollectionEnd _, YamlEvent.Comment _ -> throw missing();
            case YamlEvent.DocumentStart _, YamlEvent.DocumentEnd _ -> throw missing();
        }
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("The events lack a node.");
    }

    private boolean beginsItsOwnLine(YamlEvent event, Place place) {
        return event instanceof YamlEvent.CollectionStart start
                && start.properties().isEmpty()
                && !isFlow(start, place);
    }

    private boolean isFlow(YamlEvent.CollectionStart start, Place place) {
        return place.flow() || start.flow() || events.isAtCollectionEnd();
    }

    private void scalar(YamlEvent.Scalar scalar, Place place) {
        properties(scalar.properties());
        ScalarStyle style = layout.rules().style(scalar, place.flow(), false);
        int indent = layout.within(place.indent());
        if (!style.isBlock()) {
            scalars.write(scalar.text(), style, indent);
            return;
        }
        scalars.header(scalar.text(), style);
        if (!comments.inHeader()) {
            out.endLine();
        }
        scalars.block(scalar.text(), style, indent);
    }

    private void properties(NodeProperties properties) {
        properties.anchor().ifPresent(anchor -> out.token("&" + anchor));
        properties.tag().ifPresent(tag -> out.token(tags.written(tag)));
    }

    private void collection(YamlEvent.CollectionStart start, Place place, boolean apart) {
        properties(start.properties());
        int indent = layout.entriesWithin(place.indent());
        switch (start.kind()) {
            case YamlEvent.Collection kind
            when isFlow(start, place) -> flow(kind, new Place(layout.within(place.indent()), false, true));
            case SEQUENCE -> sequence(place.afterKey() && !apart ? place.indent() : indent);
            case MAPPING -> mapping(indent);
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
                comments.betweenEntries(indent);
                out.startEntry(indent);
                out.entry(":");
                node(Place.entry(indent));
            }
        }
    }

    /** Writes comments; whether an entry comes then, rather than the end, which is taken. */
    private boolean hasEntry(int indent) {
        comments.betweenEntries(indent);
        boolean ends = events.isAtCollectionEnd();
        if (ends) {
            events.take();
        }
        return !ends;
    }

    private void flow(YamlEvent.Collection kind, Place place) {
        boolean mapping = kind == YamlEvent.Collection.MAPPING;
        out.opening(mapping ? "{" : "[");
        for (boolean first = true; !events.isAtCollectionEnd(); first = false) {
            if (!first) {
                out.glued(",");
            }
            if (mapping) {
                flowKey(place);
            }
            node(place);
        }
        events.take();
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
        Optional<String> written = new SimpleKey(layout, tags).of(events.peek(), flow);
        written.ifPresent(key -> {
            events.take();
            out.token(key);
        });
        return written.isPresent();
    }
}
