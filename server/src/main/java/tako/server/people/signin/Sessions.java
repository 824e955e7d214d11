package tako.server.people.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Response;
import tako.platform.http.SessionCookies;
import tako.platform.secret.Secret;
import tako.platform.secret.Tokens;
import tako.server.people.user.User;
import tako.server.people.user.UserTies;
import tako.server.resource.Stored;

/** Sessions of browsers: opened by a sign-in, ended by a sign-out, by lying idle, or by age. */
public final class Sessions implements UserTies {
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final Tokens tokens;
    private final SessionCookies cookies;
    private final SessionRows rows = new SessionRows();

    public Sessions(Database database, InstantSource clock, Tokens tokens, SessionCookies cookies) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    /** A token for a new session. */
    public Secret newToken() {
        return tokens.token();
    }

    /** Opens a session, and forgets those that ended long ago. */
    public void open(Tx tx, String userId, Secret token, boolean remembered) {
        Instant now = clock.instant();
        rows.deleteUnusedSince(tx, now.minus(Session.REMEMBERED));
        rows.insert(tx, Tokens.digest(token.reveal()), new Session(userId, now, now, remembered));
    }

    /** The headers that give a browser its session. */
    public List<Response.Header> cookies(Secret token, boolean remembered) {
        return cookies.issue(token.reveal(), remembered ? Optional.of(Session.REMEMBERED) : Optional.empty());
    }

    /** The headers that take it away. */
    public List<Response.Header> noCookies() {
        return cookies.clear();
    }

    /** The name of the cookie that holds a session's token. */
    public String cookieName() {
        return cookies.sessionName();
    }

    /** Whose valid session a token opens; that it was used is written at most once a minute. */
    public Optional<String> use(String token) {
        Instant now = clock.instant();
        String digest = Tokens.digest(token);
        Optional<Session> found =
                database.read(view -> rows.byDigest(view, digest)).filter(session -> session.isValidAt(now));
        Instant notSince = now.minus(USE_PRECISION);
        found.filter(session -> !session.used().isAfter(notSince))
                .ifPresent(session -> database.change(tx -> rows.touch(tx, digest, now, notSince)));
        return found.map(Session::userId);
    }

    /** Ends a session. */
    public void end(String token) {
        database.change(tx -> rows.delete(tx, Tokens.digest(token)));
    }

    /** Ends all sessions of a user, wherever they are signed in. */
    @Override
    public void signOut(Tx tx, Stored<User> user) {
        rows.deleteOf(tx, user.id());
    }

    @Override
    public void release(Tx tx, Principal who, Stored<User> user) {
        signOut(tx, user);
    }
}
