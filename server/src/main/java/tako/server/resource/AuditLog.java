package tako.server.resource;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tools.jackson.databind.node.ObjectNode;

/** Where every change writes its event, in the transaction of the change. */
public interface AuditLog {
    /** Writes an event. */
    void record(Tx tx, Principal who, Entry entry);

    /**
     * What happened.
     *
     * @param category the wire name: {@code Created}, {@code Modified}, {@code Deleted}, {@code DeploymentQueued} …
     * @param space where, "" for the server
     * @param message one sentence in the past tense
     * @param regards ids of the documents it regards
     * @param before the document before, without secrets
     * @param after the document after, without secrets
     */
    record Entry(
            String category,
            String space,
            String message,
            List<String> regards,
            Optional<ObjectNode> before,
            Optional<ObjectNode> after) {
        /** An event without a difference. */
        public static Entry of(String category, String space, String message, List<String> regards) {
            return new Entry(category, space, message, regards, Optional.empty(), Optional.empty());
        }
    }
}
