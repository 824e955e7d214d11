package tako.server.people.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an event tells of a document.
 *
 * @param documentContext the document when it was created or deleted, null when it was changed
 * @param differences what was changed
 */
record ChangeDetails(@Nullable JsonNode documentContext, List<Difference.Change> differences) {
    /** Nothing. */
    static final ChangeDetails NONE = new ChangeDetails(null, List.of());
}
