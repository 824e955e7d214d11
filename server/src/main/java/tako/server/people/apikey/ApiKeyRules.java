package tako.server.people.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tako.platform.secret.Secret;

/** What must hold for API keys. */
final class ApiKeyRules {
    /** How long a key lives when its maker does not say. */
    static final Duration USUAL_LIFE = Duration.ofDays(180);

    private static final int LONGEST_PURPOSE = 200;
    private static final int HINT_LENGTH = 7;
    private static final Pattern GIVEN = Pattern.compile("API-[A-Z0-9]{16,}");

    private ApiKeyRules() {}

    /** The broken rules of a new key, each a sentence. */
    static List<String> problems(String purpose, Optional<Instant> expires, Instant now) {
        var problems = new ArrayList<String>();
        if (purpose.isBlank()) {
            problems.add(
                    "Purpose: say what the key is for, so that you recognise it later. Example: \"GitHub Actions\"");
        }
        if (purpose.length() > LONGEST_PURPOSE) {
            problems.add("Purpose: at most " + LONGEST_PURPOSE + " characters are allowed. Shorten it.");
        }
        expires.filter(end -> !end.isAfter(now))
                .ifPresent(end -> problems.add("Expires: " + end + " has passed. Choose an instant in the future."));
        return problems;
    }

    /** Why a key that somebody brings along is refused: clients check its form before they send it. */
    static Optional<String> formProblem(Secret key) {
        return GIVEN.matcher(key.reveal()).matches()
                ? Optional.empty()
                : Optional.of(
                        "An API key is API- followed by at least 16 upper-case letters and digits that nobody can guess.");
    }

    /** The first characters of a key. */
    static String hint(Secret key) {
        return key.reveal().substring(0, HINT_LENGTH);
    }
}
