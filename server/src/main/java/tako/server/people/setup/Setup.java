package tako.server.people.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Credentials;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Passwords;
import tako.platform.secret.Secret;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.setup.SetupTokens.Expired;
import tako.server.people.setup.SetupTokens.Good;
import tako.server.people.setup.SetupTokens.Unknown;
import tako.server.people.setup.SetupTokens.Used;
import tako.server.people.signin.Sessions;
import tako.server.people.user.PasswordRules;
import tako.server.people.user.User;
import tako.server.people.user.UserPasswords;
import tako.server.people.user.Users;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Sets the first administrator's password with the one-time token, and makes them a first API key. */
public final class Setup {
    private static final String KEY_PURPOSE = "First API key";

    private final Engine engine;
    private final Users users;
    private final ApiKeys keys;
    private final Sessions sessions;
    private final Passwords passwords;
    private final UserPasswords hashes = new UserPasswords();
    private final SetupTokens tokens = new SetupTokens();

    public Setup(Engine engine, Users users, ApiKeys keys, Sessions sessions, Passwords passwords) {
        this.engine = engine;
        this.users = users;
        this.keys = keys;
        this.sessions = sessions;
        this.passwords = passwords;
    }

    /**
     * What the administrator is to be. Empty texts change nothing.
     *
     * @param token the one-time token
     */
    public record Wanted(Secret token, String username, String displayName, String emailAddress, Secret password) {}

    /**
     * What came of it.
     *
     * @param session the token of a session that is open now
     */
    public record Done(Stored<User> user, Secret apiKey, Secret session) {}

    /** Whether the first administrator still has no password. */
    public boolean isNeeded() {
        return engine.database()
                .read(view -> first(view)
                        .filter(user -> hashes.hash(view, user.id()).isEmpty())
                        .isPresent());
    }

    /**
     * The user whose password a token sets.
     *
     * @throws Problem 400 saying why it sets none, and what to do
     */
    public Stored<User> user(Secret token) {
        return engine.database().read(view -> user(view, token));
    }

    /**
     * Sets the password, uses the token up, makes an API key and signs in.
     *
     * @throws Problem 400 for a token or a password that is refused; the token can be used again then
     */
    public Done finish(Wanted wanted, Credentials.Client client) {
        user(wanted.token());
        PasswordRules.problem(wanted.password()).ifPresent(problem -> {
            throw Problem.invalid(problem);
        });
        String hash = passwords.hash(wanted.password());
        Secret key = keys.newKey();
        Secret session = sessions.newToken();
        return engine.database().write(tx -> {
            Stored<User> user = user(tx, wanted.token());
            var who = new Principal(
                    user.id(), user.value().username(), "One-time token", client.address(), client.userAgent());
            Stored<User> named = rename(tx, who, user, wanted);
            hashes.put(tx, user.id(), hash, engine.clock().instant());
            tokens.use(tx, wanted.token(), engine.clock().instant());
            keys.insert(tx, who, named, new ApiKeys.Wanted(KEY_PURPOSE, Optional.of(keys.usualEnd())), key);
            sessions.open(tx, user.id(), session, false);
            engine.audit().record(tx, who, passwordSet(named));
            return new Done(named, key, session);
        });
    }

    private Stored<User> rename(Tx tx, Principal who, Stored<User> user, Wanted wanted) {
        ObjectNode changed = user.json().deepCopy();
        var members = new ArrayList<String>();
        put(changed, members, "Username", wanted.username());
        put(changed, members, "DisplayName", wanted.displayName());
        put(changed, members, "EmailAddress", wanted.emailAddress());
        return members.isEmpty() ? user : users.documents().replace(tx, who, user, changed);
    }

    private static void put(ObjectNode json, List<String> changed, String member, String value) {
        String text = value.strip();
        if (!text.isEmpty() && !text.equals(json.path(member).asString(""))) {
            json.put(member, text);
            changed.add(member);
        }
    }

    private Stored<User> user(View view, Secret token) {
        return switch (tokens.worth(view, token, engine.clock().instant())) {
            case Good good -> waiting(view, good.userId());
            case Used ignored -> throw used();
            case Expired ignored ->
                throw Problem.invalid(
                        "This link is older than a day and no longer valid. Restart the server: it shows a"
                                + " new one.");
            case Unknown ignored ->
                throw Problem.invalid(
                        "This link is not valid. Use the newest one that the server showed when it started;"
                                + " each start makes the ones before void.");
        };
    }

    /** The user of a good link, unless the password was set in another way since. */
    private Stored<User> waiting(View view, String userId) {
        Stored<User> user = users.documents()
                .byId(view, "", userId)
                .orElseThrow(() -> Problem.invalid("The user of this link was deleted."));
        if (hashes.hash(view, userId).isPresent()) {
            throw used();
        }
        return user;
    }

    private static Problem used() {
        return Problem.invalid(
                "This link was used: the password is set. Sign in with it, or use the API key that was shown.");
    }

    private Optional<Stored<User>> first(View view) {
        return users.documents().byId(view, "", Users.FIRST);
    }

    private static AuditLog.Entry passwordSet(Stored<User> user) {
        return AuditLog.Entry.of(
                "Modified",
                "",
                "The password of " + user.value().username() + " was set with the one-time link",
                List.of(user.id()));
    }
}
