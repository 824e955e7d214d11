package tako.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tako.platform.digest.Sha256;

/**
 * The two cookies of a signed-in browser. The first holds the session's token and is closed to scripts. The second may be
 * read by the portal's scripts, which send its value back as {@code X-Octopus-Csrf-Token} with everything that changes
 * something; it is a digest of the first, so it is bound to the session and no third party can make one. The names carry
 * the installation's id, so that several servers on one host do not overwrite each other's.
 */
public final class SessionCookies {
    /** The header in which a browser proves that its own page made the request. */
    public static final String CSRF_HEADER = "X-Octopus-Csrf-Token";

    private final String sessionName;
    private final String csrfName;

    /** @param installationId the installation's UUID */
    public SessionCookies(String installationId) {
        this.sessionName = "OctopusIdentificationToken_" + installationId;
        this.csrfName = "Octopus-Csrf-Token_" + installationId;
    }

    /** The name of the cookie with the session's token. */
    public String sessionName() {
        return sessionName;
    }

    /** The name of the cookie with the CSRF token. */
    public String csrfName() {
        return csrfName;
    }

    /** The CSRF token of a session. */
    public String csrfToken(String sessionToken) {
        byte[] digest = Sha256.of("csrf " + sessionToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /**
     * The headers that sign a browser in. The gate adds {@code Secure} when the request came over TLS.
     *
     * @param lifetime how long the browser keeps them; absent for until it closes
     */
    public List<Response.Header> issue(String sessionToken, Optional<Duration> lifetime) {
        String age = lifetime.map(span -> "; Max-Age=" + span.toSeconds()).orElse("");
        return List.of(
                cookie(sessionName + "=" + sessionToken + age + "; HttpOnly"),
                cookie(csrfName + "=" + csrfToken(sessionToken) + age));
    }

    /** The headers that sign a browser out. */
    public List<Response.Header> clear() {
        return List.of(cookie(sessionName + "=; Max-Age=0; HttpOnly"), cookie(csrfName + "=; Max-Age=0"));
    }

    /** Whether a header's value is the CSRF token of a session, compared in constant time. */
    boolean matches(String sessionToken, String header) {
        return MessageDigest.isEqual(
                csrfToken(sessionToken).getBytes(StandardCharsets.UTF_8), header.getBytes(StandardCharsets.UTF_8));
    }

    private static Response.Header cookie(String text) {
        return new Response.Header("Set-Cookie", text + "; Path=/; SameSite=Lax");
    }
}
