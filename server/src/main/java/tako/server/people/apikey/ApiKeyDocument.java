package tako.server.people.apikey;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.secret.Secret;

/**
 * An API key as clients read it.
 *
 * @param apiKey the key itself as text in the one answer that makes it, a {@link Hidden} ever after: clients have a type for each
 */
public record ApiKeyDocument(
        String id,
        String userId,
        String purpose,
        Object apiKey,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> lastUsedTimeStamp,
        boolean isLastUsedTimestampKnown,
        String accessLevel,
        String actorType,
        Map<String, String> links) {

    /** That there is a key, and how it begins. */
    public record Hidden(boolean hasValue, @Nullable String newValue, String hint) {}

    static ApiKeyDocument of(ApiKey key) {
        return of(key, new Hidden(true, null, key.hint()));
    }

    static ApiKeyDocument withClearText(ApiKey key, Secret clear) {
        return of(key, clear.reveal());
    }

    private static ApiKeyDocument of(ApiKey key, Object shown) {
        return new ApiKeyDocument(
                key.id(),
                key.userId(),
                key.purpose(),
                shown,
                key.created(),
                key.expires(),
                key.used(),
                true,
                "FullAccess",
                "User",
                Map.of("Self", "/api/users/" + key.userId() + "/apikeys/" + key.id()));
    }
}
