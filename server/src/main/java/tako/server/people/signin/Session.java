package tako.server.people.signin;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param used when it was last used, to the minute
 * @param remembered whether the user asked to stay signed in
 */
record Session(String userId, Instant created, Instant used, boolean remembered) {
    /** How long a remembered session lives at most, used or not. */
    static final Duration REMEMBERED = Duration.ofDays(20);

    /** How long any other lives unused, and at most. */
    static final Duration IDLE = Duration.ofMinutes(20);

    static final Duration LONGEST = Duration.ofHours(12);

    /** Whether it is still one. */
    boolean isValidAt(Instant now) {
        Duration idle = remembered ? REMEMBERED : IDLE;
        Duration longest = remembered ? REMEMBERED : LONGEST;
        return now.isBefore(used.plus(idle)) && now.isBefore(created.plus(longest));
    }
}
