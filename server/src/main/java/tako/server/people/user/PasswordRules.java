package tako.server.people.user;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import tako.platform.secret.Secret;

/** Which passwords are good enough: eight characters or more, and three of seven qualities. */
public final class PasswordRules {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 512;
    private static final int QUALITIES_NEEDED = 3;

    /** The rules in a sentence. */
    public static final String SENTENCE =
            "A password needs at least " + SHORTEST + " characters and " + QUALITIES_NEEDED
                    + " of: a digit, white space, an upper-case letter, a lower-case letter, punctuation,"
                    + " at least 12 characters, at least 16 characters.";

    private static final List<Predicate<String>> QUALITIES = List.of(
            text -> any(text, Character::isDigit),
            text -> any(text, Character::isWhitespace),
            text -> any(text, Character::isUpperCase),
            text -> any(text, Character::isLowerCase),
            text -> any(text, character -> !Character.isLetterOrDigit(character) && !Character.isWhitespace(character)),
            text -> length(text) >= 12,
            text -> length(text) >= 16);

    private PasswordRules() {}

    /** Why a password is refused; nothing when it is good enough. */
    public static Optional<String> problem(Secret password) {
        String text = password.reveal();
        if (isTooLong(password)) {
            return Optional.of("Password: at most " + LONGEST + " characters are allowed. Shorten it.");
        }
        long held = QUALITIES.stream().filter(quality -> quality.test(text)).count();
        return length(text) >= SHORTEST && held >= QUALITIES_NEEDED
                ? Optional.empty()
                : Optional.of("Password: this one is too easy to guess. " + SENTENCE);
    }

    /** Whether a text is longer than any password may be; hashing it would only cost time. */
    public static boolean isTooLong(Secret password) {
        return length(password.reveal()) > LONGEST;
    }

    private static boolean any(String text, IntPredicate quality) {
        return text.codePoints().anyMatch(quality);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
