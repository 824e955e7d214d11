package tako.server.people;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.http.Admission;
import tako.platform.http.Principal;
import tako.platform.http.Route;
import tako.platform.http.SessionCookies;
import tako.platform.secret.Passwords;
import tako.platform.secret.Secret;
import tako.platform.secret.Tokens;
import tako.platform.settings.PlatformSettings.Administrator;
import tako.platform.task.ManualClock;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.people.apikey.ApiKeyRoutes;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.audit.EventLog;
import tako.server.people.audit.EventRoutes;
import tako.server.people.audit.Events;
import tako.server.people.permission.PermissionCheck;
import tako.server.people.permission.UserAccess;
import tako.server.people.permission.UserAccessRoutes;
import tako.server.people.setup.FirstStart;
import tako.server.people.setup.Setup;
import tako.server.people.setup.SetupRoutes;
import tako.server.people.signin.Sessions;
import tako.server.people.signin.SignIn;
import tako.server.people.signin.SignInRoutes;
import tako.server.people.signin.SignedInUsers;
import tako.server.people.team.TeamEditing;
import tako.server.people.team.TeamRoutes;
import tako.server.people.team.TeamTies;
import tako.server.people.team.Teams;
import tako.server.people.user.User;
import tako.server.people.user.UserAccounts;
import tako.server.people.user.UserRoutes;
import tako.server.people.user.Users;
import tako.server.resource.Catalogue;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.Stored;
import tako.server.settings.server.HealthRoutes;
import tako.server.settings.server.InstallationId;
import tako.server.settings.server.NodeRoutes;
import tako.server.settings.server.RootLinks;
import tako.server.settings.server.RootRoutes;
import tako.server.settings.server.ServerFacts;
import tako.server.settings.server.StatusRoutes;
import tako.server.settings.server.SystemUser;
import tako.server.settings.space.SpaceAddresses;
import tako.server.settings.space.SpaceDocuments;
import tako.server.settings.space.SpaceRoutes;
import tako.server.settings.space.SpaceSearch;
import tako.server.settings.space.Spaces;

/** People, spaces and the server's own documents over a real database, wired as the program wires them. */
public final class People {
    /** What the first administrator signs in with. */
    public static final String PASSWORD = "Correct horse battery";

    /** The first administrator's key. */
    public static final String ADMIN_KEY = "API-ADMINISTRATOR0000001";

    /** Somebody in no team, who may only read. */
    public static final String GUEST_KEY = "API-GUESTGUESTGUEST00001";

    /** The first administrator, with a password and a key. */
    public static final Administrator GIVEN = new Administrator(
            "admin",
            Optional.of("admin@example.org"),
            Optional.of(Secret.of(PASSWORD)),
            Optional.of(Secret.of(ADMIN_KEY)));

    private static final List<Kind<?>> KINDS =
            List.of(Users.KIND, Teams.KIND, Spaces.KIND, WorkerPools.KIND, Environments.KIND);

    public final ManualClock clock = new ManualClock();
    public final Database database;
    public final Engine engine;
    public final Users users;
    public final Teams teams;
    public final TeamEditing teamEditing;
    public final UserAccounts accounts;
    public final ApiKeys keys;
    public final Sessions sessions;
    public final SignIn signIn;
    public final SignedInUsers authenticator;
    public final Spaces spaces;
    public final FirstStart firstStart;
    public final Setup setup;
    public final SessionCookies cookies;
    public final PermissionCheck permissions;

    private final ServerFacts facts;

    public People(Database database) {
        this.database = database;
        var random = new SecureRandom();
        var tokens = new Tokens(random);
        var passwords = new Passwords(random);
        var installation = new InstallationId(database, UUID::randomUUID).get();
        facts = new ServerFacts(installation, "0.1.0", "node-1", 5, clock.instant(), ZoneOffset.UTC);
        permissions = new PermissionCheck(database);
        engine = new Engine(
                database,
                WireMapper.mapper(),
                new Catalogue(KINDS),
                permissions,
                new EventLog(WireMapper.mapper(), clock),
                (tx, clear) -> "Secrets-1",
                (kind, space, id) -> {},
                clock);
        cookies = new SessionCookies(installation.toString());
        users = new Users(engine);
        teams = new Teams(engine);
        keys = new ApiKeys(engine, users, tokens);
        sessions = new Sessions(database, clock, tokens, cookies);
        teamEditing = new TeamEditing(engine, teams);
        accounts = new UserAccounts(engine, users, passwords, List.of(new TeamTies(engine, teams), keys, sessions));
        signIn = new SignIn(engine, users, passwords, sessions);
        authenticator = new SignedInUsers(database, users, keys, sessions);
        var pools = new WorkerPools(engine, new Documents<>(WorkerPools.KIND, engine));
        spaces = new Spaces(engine, teams, List.of(pools), List.of(new SpaceDocuments(KINDS)));
        firstStart = new FirstStart(engine, new FirstStart.People(users, teams, keys), passwords, tokens);
        setup = new Setup(engine, users, keys, sessions, passwords);
    }

    /** Teams, the administrator, the default space, and a guest who is in no team. */
    public People started() {
        firstStart.prepare(GIVEN);
        spaces.createDefault();
        database.change(tx -> {
            Stored<User> guest = users.insert(tx, SystemUser.PRINCIPAL, User.person("gil", "Gil", ""));
            keys.insert(
                    tx,
                    SystemUser.PRINCIPAL,
                    guest,
                    new ApiKeys.Wanted("guest", Optional.empty()),
                    Secret.of(GUEST_KEY));
        });
        return this;
    }

    /** The first administrator as the one who acts. */
    public Principal admin() {
        return new Principal(Users.FIRST, "admin", "API key 'test'", "192.0.2.1", "test");
    }

    /** Who may pass the gate. */
    public Admission admission() {
        return new Admission(authenticator, cookies, new SpaceAddresses(database), permissions);
    }

    /** All routes. */
    public List<Route<?>> routes() {
        return Stream.of(
                        new RootRoutes(RootLinks.load(), facts, new SpaceAddresses(database)).routes(),
                        new HealthRoutes(Optional::empty).routes(),
                        new StatusRoutes(facts, Optional::empty, clock).routes(),
                        new NodeRoutes(facts).routes(),
                        new SpaceRoutes(spaces, new SpaceSearch(engine, spaces, KINDS)).routes(),
                        new UserRoutes(users, accounts).routes(),
                        new TeamRoutes(teams, teamEditing).routes(),
                        new UserAccessRoutes(new UserAccess(engine, users, teams, spaces)).routes(),
                        new ApiKeyRoutes(keys).routes(),
                        new SignInRoutes(signIn, sessions, users).routes(),
                        new SetupRoutes(setup, users, sessions).routes(),
                        new EventRoutes(new Events(engine, KINDS)).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }
}
