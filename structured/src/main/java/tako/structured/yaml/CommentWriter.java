package tako.structured.yaml;

import java.util.Optional;

/** Writes the comments that come next. */
final class CommentWriter {
    private final EventCursor events;
    private final Output out;
    private final Layout layout;

    CommentWriter(EventCursor events, Output out, Layout layout) {
        this.events = events;
        this.out = out;
        this.layout = layout;
    }

    /** Comments between entries, at a column. One that stands behind the indicator of the next entry is left for it. */
    void betweenEntries(int indent) {
        for (Optional<YamlEvent.Comment> comment = events.peekComment();
                comment.isPresent() && !opensEntry(comment.get());
                comment = events.peekComment()) {
            takeAndWrite(comment.get(), indent);
        }
    }

    private boolean opensEntry(YamlEvent.Comment comment) {
        return comment.standing() == YamlEvent.Standing.BEFORE_ENTRY
                && events.peekPastComments().filter(YamlEvent::isNode).isPresent();
    }

    /**
     * Comments between a node and the key or indicator before it, if there are any. One alone before a block mapping is written as the
     * mapping's, several or before anything else as what surrounds the node.
     *
     * @param indent the column of what surrounds the node, -1 at a document's root
     * @return whether there were any
     */
    boolean beforeNode(int indent) {
        Optional<YamlEvent.Comment> first = events.peekComment();
        int column = first.filter(this::isOfMapping).isPresent() ? layout.entriesWithin(indent) : Math.max(0, indent);
        for (Optional<YamlEvent.Comment> comment = first; comment.isPresent(); comment = events.peekComment()) {
            takeAndWrite(comment.get(), column);
        }
        return first.isPresent();
    }

    private boolean isOfMapping(YamlEvent.Comment comment) {
        return comment.isOnOwnLine()
                && events.peekSecond().filter(YamlEvent::isBlockMapping).isPresent();
    }

    /** The comment behind the header of a block scalar; whether there was one. The line is ended then. */
    boolean inHeader() {
        Optional<YamlEvent.Comment> comment =
                events.peekComment().filter(next -> next.standing() == YamlEvent.Standing.BEHIND);
        comment.ifPresent(next -> takeAndWrite(next, 0));
        return comment.isPresent();
    }

    private void takeAndWrite(YamlEvent.Comment comment, int indent) {
        events.take();
        if (comment.isOnOwnLine()) {
            out.finishLine();
        }
        if (out.isAtLineStart()) {
            out.pad(indent);
        }
        out.token(comment.text());
        out.endLine();
    }
}
