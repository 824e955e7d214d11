package tako.server.settings.mail.smtp;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells refusals that mean whoever sends from those that mean a recipient: a server that wants a sign-in, or another one, says so of each
 * recipient. Enhanced status codes (RFC 3463) count before words. Pure.
 */
final class SignInWanted {
    private static final int LASTING = 500;

    /** RFC 4954: sign-in required, too weak, wrong, only over TLS. */
    private static final Set<Integer> CODES = Set.of(530, 534, 535, 538);

    private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d)\\.(\\d{1,3})\\.\\d{1,3}\\b");
    private static final String SECURITY_OR_POLICY = "7";
    private static final Pattern WORDS =
            Pattern.compile("(?i)\\b(?:sign(?:ed)?[ -]?in|log(?:ged)?[ -]?in|auth|authenticat\\w*|relay\\w*)\\b");

    private SignInWanted() {}

    /** @param reply whole, code included: {@code 550 5.7.1 relaying denied} */
    static boolean isSaidBy(int code, String reply) {
        if (code < LASTING) {
            return false;
        }
        Matcher enhanced = ENHANCED.matcher(reply);
        return CODES.contains(code)
                || (enhanced.find()
                        ? enhanced.group(2).equals(SECURITY_OR_POLICY)
                        : WORDS.matcher(reply).find());
    }
}
