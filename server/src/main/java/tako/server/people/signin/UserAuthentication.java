package tako.server.people.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * In which ways people sign in.
 *
 * @param canCurrentUserEditIdentitiesForUser no: this version knows no identities of other providers
 */
record UserAuthentication(
        List<Provider> authenticationProviders,
        boolean canCurrentUserEditIdentitiesForUser,
        Map<String, String> links) {
    /** The only way so far: a user name and a password. */
    static final UserAuthentication PASSWORD =
            new UserAuthentication(List.of(Provider.PASSWORD), false, Map.of("Self", "/api/users/authentication"));

    /**
     * A way to sign in.
     *
     * @param formsLoginEnabled whether a form asks for a name and a password
     * @param cssLinks nothing is needed in a page
     * @param javascriptLinks nothing is needed in a page
     */
    record Provider(
            String name,
            String identityType,
            boolean formsLoginEnabled,
            @JsonProperty("CSSLinks") List<String> cssLinks,
            List<String> javascriptLinks,
            Map<String, String> links) {
        private static final Provider PASSWORD =
                new Provider("Username / Password", "UsernamePassword", true, List.of(), List.of(), Map.of());
    }
}
