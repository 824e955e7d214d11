package tako.server.people.apikey;

import java.time.Instant;
import java.util.Optional;

/**
 * An API key, without the key.
 *
 * @param userId whose it is
 * @param purpose what it is for, in its owner's words
 * @param hint its first characters, by which people tell keys apart
 * @param expires when it ends; empty for never
 * @param used when it was last used, to the minute; empty for never
 */
public record ApiKey(
        String id,
        String userId,
        String purpose,
        String hint,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> used) {

    /** Whether it still opens anything. */
    boolean isValidAt(Instant now) {
        return expires.map(now::isBefore).orElse(true);
    }
}
