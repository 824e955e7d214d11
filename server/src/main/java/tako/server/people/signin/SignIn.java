package tako.server.people.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tako.platform.http.Credentials;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Passwords;
import tako.platform.secret.Secret;
import tako.server.people.user.PasswordRules;
import tako.server.people.user.User;
import tako.server.people.user.UserPasswords;
import tako.server.people.user.Users;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.Stored;

/** Signing in with a user name and a password. Every wrong try takes as long as a right one, whoever is named. */
public final class SignIn {
    private static final String WITH_PASSWORD = "Password";

    private final Engine engine;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final GuessLimit guesses;
    private final UserPasswords hashes = new UserPasswords();

    public SignIn(Engine engine, Users users, Passwords passwords, Sessions sessions) {
        this.engine = engine;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.guesses = new GuessLimit(engine.clock());
    }

    /**
     * What somebody shows to sign in.
     *
     * @param remembered whether the session outlives the browser
     */
    public record Attempt(String username, Secret password, boolean remembered) {}

    /** A user who is signed in now, and the token of the session. */
    public record SignedIn(Stored<User> user, Secret token) {}

    private record Account(Stored<User> user, Optional<String> hash) {}

    /**
     * Opens a session.
     *
     * @throws Problem 400 for a wrong name or password, without saying which, and for a disabled account, to whoever knows its
     *     password; 429 after too many wrong tries
     */
    public SignedIn signIn(Attempt attempt, Credentials.Client client) {
        guesses.attempt(attempt.username(), client.address()).ifPresent(wait -> {
            throw tooMany(wait);
        });
        Optional<Account> account = engine.database()
                .read(view -> users.byUsername(view, attempt.username())
                        .map(user -> new Account(user, hashes.hash(view, user.id()))));
        if (!verified(account, attempt.password())) {
            recordFailure(account, client);
            throw Problem.invalid("The user name or the password is wrong. Check both, and the caps lock key.");
        }
        Stored<User> user = account.orElseThrow().user();
        if (!user.value().isActive()) {
            recordFailure(account, client);
            throw Problem.invalid("The account '" + user.value().username() + "' is disabled. Ask an administrator.");
        }
        guesses.succeeded(attempt.username(), client.address());
        return open(account.orElseThrow(), attempt, client);
    }

    private boolean verified(Optional<Account> account, Secret password) {
        Optional<String> hash = account.flatMap(Account::hash);
        if (hash.isEmpty() || PasswordRules.isTooLong(password)) {
            passwords.verifyNobody(Secret.of(""));
            return false;
        }
        return passwords.verify(password, hash.get());
    }

    private SignedIn open(Account account, Attempt attempt, Credentials.Client client) {
        Stored<User> user = account.user();
        Optional<String> stronger =
                account.hash().filter(passwords::needsRehash).map(weak -> passwords.hash(attempt.password()));
        Secret token = sessions.newToken();
        engine.database().change(tx -> {
            stronger.ifPresent(
                    hash -> hashes.put(tx, user.id(), hash, engine.clock().instant()));
            sessions.open(tx, user.id(), token, attempt.remembered());
            String message = user.value().username() + " signed in";
            engine.audit()
                    .record(
                            tx,
                            principal(Optional.of(user), client),
                            AuditLog.Entry.of("LoginSucceeded", "", message, List.of(user.id())));
        });
        return new SignedIn(user, token);
    }

    private void recordFailure(Optional<Account> account, Credentials.Client client) {
        Optional<Stored<User>> user = account.map(Account::user);
        String whose = user.map(stored -> stored.value().username()).orElse("an unknown user");
        var entry = AuditLog.Entry.of(
                "LoginFailed",
                "",
                "A sign-in as " + whose + " failed",
                user.map(Stored::id).stream().toList());
        engine.database().change(tx -> engine.audit().record(tx, principal(user, client), entry));
    }

    private static Principal principal(Optional<Stored<User>> user, Credentials.Client client) {
        return new Principal(
                user.map(Stored::id).orElse(""),
                user.map(stored -> stored.value().username()).orElse(""),
                WITH_PASSWORD,
                client.address(),
                client.userAgent());
    }

    private static Problem tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(429, "There were too many wrong tries. Try again in " + seconds + " s.")
                .withHeader("Retry-After", String.valueOf(seconds));
    }
}
