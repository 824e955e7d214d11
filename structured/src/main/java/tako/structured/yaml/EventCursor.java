package tako.structured.yaml;

import java.util.List;
import java.util.Optional;

/** A place in a list of events that one goes through once. */
final class EventCursor {
    private final List<YamlEvent> events;
    private int next;

    EventCursor(List<YamlEvent> events) {
        this.events = List.copyOf(events);
    }

    boolean isAtEnd() {
        return next == events.size();
    }

    YamlEvent peek() {
        return events.get(next);
    }

    YamlEvent take() {
        return events.get(next++);
    }

    /** The next event if it is a comment. */
    Optional<YamlEvent.Comment> peekComment() {
        return !isAtEnd() && peek() instanceof YamlEvent.Comment comment ? Optional.of(comment) : Optional.empty();
    }

    /** The next event that is no comment. */
    Optional<YamlEvent> peekPastComments() {
        int after = next;
        while (after < events.size() && events.get(after) instanceof YamlEvent.Comment) {
            after++;
        }
        return after < events.size() ? Optional.of(events.get(after)) : Optional.empty();
    }

    /** The event after the next. */
    Optional<YamlEvent> peekSecond() {
        return next + 1 < events.size() ? Optional.of(events.get(next + 1)) : Optional.empty();
    }

    /** Whether the innermost collection ends here. */
    boolean isAtCollectionEnd() {
        return peek() instanceof YamlEvent.CollectionEnd;
    }
}
