package tako.server.people.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.secret.Passwords;
import tako.platform.secret.Secret;
import tako.platform.secret.Tokens;
import tako.platform.settings.PlatformSettings.Administrator;
import tako.platform.settings.SettingsRefused;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.team.BuiltInTeam;
import tako.server.people.team.Teams;
import tako.server.people.user.PasswordRules;
import tako.server.people.user.User;
import tako.server.people.user.UserPasswords;
import tako.server.people.user.UserRules;
import tako.server.people.user.Users;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tako.server.settings.server.SystemUser;

/**
 * Makes the built-in teams and the first administrator when an installation has no users yet. Without a password from outside
 * there is a one-time token instead, a new one at each start until it was used: there is no default password.
 */
public final class FirstStart {
    private static final String KEY_PURPOSE = "Given at the first start";

    private final Engine engine;
    private final People people;
    private final Passwords passwords;
    private final Tokens tokens;
    private final UserPasswords hashes = new UserPasswords();
    private final SetupTokens setupTokens = new SetupTokens();

    /** The people of the installation. */
    public record People(Users users, Teams teams, ApiKeys keys) {}

    public FirstStart(Engine engine, People people, Passwords passwords, Tokens tokens) {
        this.engine = engine;
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /**
     * Does what is missing; calling it again changes nothing but the token.
     *
     * @param given what the environment says of the first administrator; heeded at the first start alone
     * @return the one-time token, while the administrator has no password; whoever calls shows it once
     * @throws SettingsRefused when the given password or key is too easy to guess, or the e-mail address is none
     */
    public Optional<Secret> prepare(Administrator given) {
        if (engine.database().read(this::hasUsers)) {
            return newToken();
        }
        refuseWeak(given);
        Optional<String> hash = given.password().map(passwords::hash);
        engine.database().change(tx -> {
            if (!hasUsers(tx)) {
                create(tx, given, hash);
            }
        });
        return newToken();
    }

    private void create(Tx tx, Administrator given, Optional<String> hash) {
        var who = SystemUser.PRINCIPAL;
        people.teams().createBuiltIn(tx, who);
        User person =
                User.person(given.username(), given.username(), given.email().orElse(""));
        Stored<User> user = people.users().insert(tx, who, person);
        people.teams().addMember(tx, who, BuiltInTeam.ADMINISTRATORS.id(), user.id());
        hash.ifPresent(value -> hashes.put(tx, user.id(), value, engine.clock().instant()));
        var wanted = new ApiKeys.Wanted(KEY_PURPOSE, Optional.empty());
        given.apiKey().ifPresent(key -> people.keys().insert(tx, who, user, wanted, key));
    }

    /** A start at which nobody waits for a token writes nothing. */
    private Optional<Secret> newToken() {
        if (engine.database().read(this::withoutPassword).isEmpty()) {
            return Optional.empty();
        }
        Secret token = tokens.token();
        return engine.database().write(tx -> {
            Optional<Stored<User>> waiting = withoutPassword(tx);
            waiting.ifPresent(user ->
                    setupTokens.replace(tx, token, user.id(), engine.clock().instant()));
            return waiting.map(user -> token);
        });
    }

    /** The first administrator, as long as nobody has set the password. */
    private Optional<Stored<User>> withoutPassword(View view) {
        return people.users()
                .documents()
                .byId(view, "", Users.FIRST)
                .filter(user -> hashes.hash(view, user.id()).isEmpty());
    }

    private boolean hasUsers(View view) {
        return people.users().documents().list(view, "", ListQuery.ALL).total() > 0;
    }

    private static void refuseWeak(Administrator given) {
        List<String> problems = new ArrayList<>();
        given.password()
                .flatMap(PasswordRules::problem)
                .ifPresent(problem -> problems.add("ADMIN_PASSWORD is refused. " + problem));
        given.email()
                .flatMap(UserRules::addressProblem)
                .ifPresent(problem -> problems.add("ADMIN_EMAIL is refused. " + problem));
        given.apiKey()
                .flatMap(ApiKeys::formProblem)
                .ifPresent(problem -> problems.add("ADMIN_API_KEY is refused. " + problem));
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
    }
}
