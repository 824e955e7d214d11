package tako.platform.http;

import java.util.Optional;

/** Who holds some credentials. */
public interface Authenticator {
    /** The principal, or nothing when the credentials are unknown, expired or revoked; looked up at each request. */
    Optional<Principal> authenticate(Credentials credentials);
}
