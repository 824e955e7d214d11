package tako.server.people.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as clients read it; nothing changes one.
 *
 * @param messageHtml the message, escaped
 * @param messageReferences where the message names documents that it regards, as they are called now
 * @param changeDetails null when the reader asked to leave it out
 * @param spaceId null for an event of the system
 */
public record Event(
        String id,
        List<String> relatedDocumentIds,
        String category,
        String userId,
        String username,
        boolean isService,
        String identityEstablishedWith,
        String userAgent,
        Instant occurred,
        String message,
        String messageHtml,
        List<MessageReference> messageReferences,
        String comments,
        String details,
        @Nullable JsonNode changeDetails,
        String ipAddress,
        @Nullable String spaceId,
        Map<String, String> links) {}
