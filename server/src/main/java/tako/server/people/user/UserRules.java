package tako.server.people.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tako.platform.secret.Secret;
import tako.server.settings.server.SystemUser;

/** What must hold for users. */
public final class UserRules {
    private static final int LONGEST_DISPLAY_NAME = 64;
    private static final int LONGEST_ADDRESS = 256;

    /** One name, one sign, one place; what stands in them in earnest only the mail server there knows. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>()\\[\\]\"\\\\]+@[^\\s@,;:<>()\\[\\]\"\\\\]+");

    private UserRules() {}

    /** The broken rules of a user, beside those of every document's name. */
    static List<String> problems(User user) {
        var problems = new ArrayList<String>();
        if (hasControls(user.username())) {
            problems.add("Username: line breaks and other control characters are not allowed. Leave them out.");
        }
        if (user.username().equalsIgnoreCase(SystemUser.PRINCIPAL.username())) {
            problems.add(
                    "Username: '" + user.username() + "' is how events name the server itself. Choose another name.");
        }
        if (user.displayName().length() > LONGEST_DISPLAY_NAME || hasControls(user.displayName())) {
            problems.add("DisplayName: at most " + LONGEST_DISPLAY_NAME
                    + " characters without line breaks are allowed. Shorten it.");
        }
        addressProblem(user.emailAddress()).ifPresent(problem -> problems.add("EmailAddress: " + problem));
        return problems;
    }

    /** Why a text is no e-mail address; nothing for one that has the form of one, and for "". */
    public static Optional<String> addressProblem(String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        return address.length() <= LONGEST_ADDRESS && ADDRESS.matcher(address).matches() && !hasControls(address)
                ? Optional.empty()
                : Optional.of("'" + address + "' is no e-mail address. Send one like grace@example.org with at most "
                        + LONGEST_ADDRESS + " characters.");
    }

    /** Why a user cannot get a password; nothing when none is given. */
    static Optional<String> passwordProblem(User user, Optional<Secret> password) {
        if (password.isEmpty()) {
            return Optional.empty();
        }
        return user.isService()
                ? Optional.of("Password: a service account has none. It works with API keys; leave the password out.")
                : PasswordRules.problem(password.get());
    }

    /** Why one user cannot become another. */
    static Optional<String> changeProblem(User before, User after) {
        return before.isService() == after.isService()
                ? Optional.empty()
                : Optional.of("IsService: whether a user is a service account is decided when it is made."
                        + " Make another user instead.");
    }

    /** Whether a change touches more than what everybody may change of themselves: display name, address and password. */
    static boolean needsPermission(User before, User after) {
        return !before.username().equals(after.username())
                || before.isActive() != after.isActive()
                || !before.identities().equals(after.identities());
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
