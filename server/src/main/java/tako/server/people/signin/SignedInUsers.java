package tako.server.people.signin;

import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.http.Authenticator;
import tako.platform.http.Credentials;
import tako.platform.http.Principal;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.Stored;

/** Who holds an API key or a session. Both die with their user, and sleep while the user is disabled. */
public final class SignedInUsers implements Authenticator {
    private final Database database;
    private final Users users;
    private final ApiKeys keys;
    private final Sessions sessions;

    public SignedInUsers(Database database, Users users, ApiKeys keys, Sessions sessions) {
        this.database = database;
        this.users = users;
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Optional<Principal> authenticate(Credentials credentials) {
        return switch (credentials) {
            case Credentials.ApiKey shown ->
                keys.use(shown.key())
                        .flatMap(key -> principal(key.userId(), "API key '" + key.purpose() + "'", shown.client()));
            case Credentials.SessionCookie shown ->
                sessions.use(shown.token()).flatMap(user -> principal(user, "Session cookie", shown.client()));
            case Credentials.Bearer ignored -> Optional.empty();
        };
    }

    private Optional<Principal> principal(String userId, String establishedWith, Credentials.Client client) {
        Optional<Stored<User>> user = database.read(view -> users.documents().byId(view, "", userId));
        return user.filter(stored -> stored.value().isActive())
                .map(stored -> new Principal(
                        stored.id(), stored.value().username(), establishedWith, client.address(), client.userAgent()));
    }
}
