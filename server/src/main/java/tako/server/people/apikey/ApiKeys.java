package tako.server.people.apikey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.platform.secret.Tokens;
import tako.server.people.user.User;
import tako.server.people.user.UserTies;
import tako.server.people.user.Users;
import tako.server.resource.Absent;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** API keys of users. A user looks after their own; those of others need {@code UserEdit}. */
public final class ApiKeys implements UserTies {
    private static final String EDIT = "UserEdit";
    private static final Duration USE_PRECISION = Duration.ofMinutes(1);

    private final Engine engine;
    private final Users users;
    private final Tokens tokens;
    private final ApiKeyRows rows = new ApiKeyRows();

    public ApiKeys(Engine engine, Users users, Tokens tokens) {
        this.engine = engine;
        this.users = users;
        this.tokens = tokens;
    }

    /**
     * What a new key is to be.
     *
     * @param expires empty for never
     */
    public record Wanted(String purpose, Optional<Instant> expires) {}

    private record Draft(@Nullable String purpose, @Nullable Instant expires) {}

    /** A new key and its text, which is known only now. */
    public record Made(ApiKey key, Secret clear) {}

    /** Some keys of a user, newest first. */
    public Slice<ApiKey> list(Principal principal, String userIdOrMe, int skip, int take) {
        Stored<User> user = users.selfOr(principal, EDIT, userIdOrMe);
        return engine.database().read(view -> rows.list(view, user.id(), skip, take));
    }

    /**
     * A key of a user.
     *
     * @throws Problem 404
     */
    public ApiKey get(Principal principal, String userIdOrMe, String id) {
        Stored<User> user = users.selfOr(principal, EDIT, userIdOrMe);
        return engine.database().read(view -> rows.byId(view, user.id(), id)).orElseThrow(() -> Problem.notFound(id));
    }

    /**
     * Makes a key from what a client sent: {@code Purpose}, and {@code Expires}, which is null for a key that never ends and
     * absent for one that ends when keys usually do.
     *
     * @throws Problem 400 with every broken rule
     */
    public Made create(Principal principal, String userIdOrMe, ObjectNode body) {
        Stored<User> user = users.selfOr(principal, EDIT, userIdOrMe);
        Wanted wanted = wanted(body);
        List<String> problems = ApiKeyRules.problems(
                wanted.purpose(), wanted.expires(), engine.clock().instant());
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return make(principal, user, wanted);
    }

    /** Makes a key for somebody who has proved elsewhere who they are. */
    public Made make(Principal who, Stored<User> user, Wanted wanted) {
        Secret clear = newKey();
        return new Made(engine.database().write(tx -> insert(tx, who, user, wanted, clear)), clear);
    }

    /** When a key ends whose maker does not say. */
    public Instant usualEnd() {
        return engine.clock().instant().plus(ApiKeyRules.USUAL_LIFE);
    }

    /** A new text for a key. */
    public Secret newKey() {
        return tokens.apiKey();
    }

    /** Why a text that somebody brings along cannot be a key. */
    public static Optional<String> formProblem(Secret key) {
        return ApiKeyRules.formProblem(key);
    }

    /** Stores a key. */
    public ApiKey insert(Tx tx, Principal who, Stored<User> user, Wanted wanted, Secret clear) {
        var key = new ApiKey(
                "",
                user.id(),
                wanted.purpose().strip(),
                ApiKeyRules.hint(clear),
                engine.clock().instant(),
                wanted.expires(),
                Optional.empty());
        ApiKey stored = rows.insert(tx, key, Tokens.digest(clear.reveal()));
        record(tx, who, "Created", stored, user);
        return stored;
    }

    /**
     * Deletes a key; what uses it is refused from now on.
     *
     * @throws Problem 404
     */
    public void delete(Principal principal, String userIdOrMe, String id) {
        Stored<User> user = users.selfOr(principal, EDIT, userIdOrMe);
        engine.database().change(tx -> {
            ApiKey key = rows.byId(tx, user.id(), id).orElseThrow(() -> Problem.notFound(id));
            rows.delete(tx, key.id());
            record(tx, principal, "Deleted", key, user);
        });
    }

    /** The valid key of this text; that it was used is written at most once a minute. */
    public Optional<ApiKey> use(String text) {
        Instant now = engine.clock().instant();
        Optional<ApiKey> found = engine.database()
                .read(view -> rows.byDigest(view, Tokens.digest(text)))
                .filter(key -> key.isValidAt(now));
        Instant notSince = now.minus(USE_PRECISION);
        found.filter(key -> key.used().map(used -> !used.isAfter(notSince)).orElse(true))
                .ifPresent(key -> engine.database().change(tx -> rows.touch(tx, key.id(), now, notSince)));
        return found;
    }

    /** A user's keys die with it. */
    @Override
    public void release(Tx tx, Principal who, Stored<User> user) {
        rows.deleteOf(tx, user.id());
    }

    private Wanted wanted(ObjectNode body) {
        Draft draft = engine.mapper().treeToValue(body, Draft.class);
        boolean endSaid = body.propertyNames().stream().anyMatch("Expires"::equalsIgnoreCase);
        Optional<Instant> end = endSaid ? Optional.ofNullable(draft.expires()) : Optional.of(usualEnd());
        return new Wanted(Absent.orEmpty(draft.purpose()), end);
    }

    private void record(Tx tx, Principal who, String category, ApiKey key, Stored<User> user) {
        String message = "API key '" + key.purpose() + "' (" + key.hint() + "…) of "
                + user.value().username() + " was " + category.toLowerCase(Locale.ROOT);
        engine.audit().record(tx, who, AuditLog.Entry.of(category, "", message, List.of(key.id(), user.id())));
    }
}
