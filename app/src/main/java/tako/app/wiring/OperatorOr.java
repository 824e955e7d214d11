package tako.app.wiring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import tako.platform.http.Authenticator;
import tako.platform.http.Credentials;
import tako.platform.http.Principal;
import tako.platform.secret.Secret;
import tako.server.settings.server.SystemUser;

/** Knows the key of whoever owns the home, which lives with this process; asks another for all others. */
final class OperatorOr implements Authenticator {
    private final byte[] key;
    private final Authenticator others;

    OperatorOr(Secret key, Authenticator others) {
        this.key = key.reveal().getBytes(StandardCharsets.UTF_8);
        this.others = others;
    }

    @Override
    public Optional<Principal> authenticate(Credentials credentials) {
        return credentials instanceof Credentials.ApiKey shown && isOperator(shown.key())
                ? Optional.of(operator(shown.client()))
                : others.authenticate(credentials);
    }

    private boolean isOperator(String shown) {
        return MessageDigest.isEqual(key, shown.getBytes(StandardCharsets.UTF_8));
    }

    private static Principal operator(Credentials.Client client) {
        var server = SystemUser.PRINCIPAL;
        return new Principal(
                server.userId(), server.username(), "The home's operator key", client.address(), client.userAgent());
    }
}
