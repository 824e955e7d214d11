package tako.structured.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.tokens.CommentToken;

/**
 * Reads a file as events, with the comments among them.
 *
 * <p>A comment stands before the first event that begins after it, with two exceptions: one before {@code ---} stands behind it, and one
 * that is indented no deeper than what surrounds a collection stands after that collection's end.
 */
final class YamlReader {
    private final Parsing parsing;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Indentation indentation = new Indentation();
    private final List<YamlEvent> events = new ArrayList<>();
    private Mark last;

    private YamlReader(Parsing parsing) {
        this.parsing = parsing;
        this.last = parsing.events().getFirst().getStartMark().orElseThrow();
    }

    /** A collection that has begun, at a column from 0. */
    private record Open(int column, boolean flow) {}

    /** Throws {@link YamlRefused}, and nothing else. */
    static YamlStream read(String text) {
        var reader = new YamlReader(Parsing.of(text));
        reader.parsing.events().forEach(reader::take);
        return new YamlStream(reader.events, reader.indentation.mostCommon());
    }

    private void take(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        if (!(event instanceof DocumentStartEvent)) {
            takeCommentsBefore(event, start.getIndex());
        }
        int column = column(event, start);
        indentation.take(event, column);
        last = start;
        nest(event, column);
        ParserEvents.of(event).ifPresent(events::add);
    }

    /**
     * The column of an event; of a block collection that of its entries, also where an anchor or tag begins it. The parser lets it end
     * there, but a list in the column of the mapping around it behind its first dash.
     */
    private int column(Event event, Mark start) {
        if (!(event instanceof CollectionStartEvent collection) || collection.isFlow()) {
            return start.getColumn();
        }
        int entries = event.getEndMark().orElseThrow().getColumn();
        boolean behindDash = event instanceof SequenceStartEvent
                && !open.isEmpty()
                && entries == open.element().column() + 1;
        return behindDash ? entries - 1 : entries;
    }

    private void takeCommentsBefore(Event event, int index) {
        while (!parsing.comments().isEmpty()
                && mark(parsing.comments().element()).getIndex() < index) {
            if (event instanceof CollectionEndEvent
                    && !isWithin(parsing.comments().element())) {
                return;
            }
            take(parsing.comments().remove());
        }
    }

    private static Mark mark(CommentToken comment) {
        return comment.getStartMark().orElseThrow();
    }

    /** Whether a comment at the end of a collection belongs to it, rather than to what comes after. */
    private boolean isWithin(CommentToken comment) {
        Open collection = open.element();
        if (collection.flow() || !parsing.lines().before(mark(comment)).isBlank()) {
            return true;
        }
        int surrounding = open.stream().skip(1).findFirst().map(Open::column).orElse(-1);
        int column = mark(comment).getColumn();
        return column >= collection.column() && column > surrounding;
    }

    private void take(CommentToken comment) {
        boolean flow = !open.isEmpty() && open.element().flow();
        if (!flow) {
            events.add(new YamlEvent.Comment(written(comment.getValue()), standing(mark(comment))));
        }
    }

    private YamlEvent.Standing standing(Mark comment) {
        String before = parsing.lines().before(comment);
        if (before.isBlank()) {
            return YamlEvent.Standing.ON_OWN_LINE;
        }
        boolean empty = last.getLine() == comment.getLine()
                && last.getColumn() >= before.stripTrailing().length();
        return EntryIndicators.only(before) && !empty ? YamlEvent.Standing.BEFORE_ENTRY : YamlEvent.Standing.BEHIND;
    }

    private static String written(String comment) {
        return comment.isEmpty() || comment.startsWith(" ") ? "#" + comment : "# " + comment;
    }

    private void nest(Event event, int column) {
        if (event instanceof CollectionStartEvent collection) {
            open.push(new Open(column, collection.isFlow()));
        } else if (event instanceof CollectionEndEvent) {
            open.pop();
        }
    }
}
