package tako.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.http.Credentials;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.platform.settings.PlatformSettings.Administrator;
import tako.platform.settings.SettingsRefused;
import tako.server.WireMapper;
import tako.server.people.apikey.ApiKey;
import tako.server.people.apikey.ApiKeys;
import tako.server.people.setup.Setup;
import tako.server.people.signin.SignIn;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.resource.Stored;
import tako.server.settings.server.InstallationId;
import tako.server.settings.server.SystemUser;
import tools.jackson.databind.node.ObjectNode;

/** Keys, sessions, the first administrator and who may do what, on every database. */
abstract class PeopleContract {
    private static final Credentials.Client CLIENT = new Credentials.Client("192.0.2.7", "browser");

    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private People people;

    abstract FreshDatabase fresh();

    @BeforeEach
    void prepare() {
        people = new People(fresh.database());
    }

    @Test
    void theFirstStartMakesAnAdministratorOnceWhateverIsGivenLater() {
        people.firstStart.prepare(People.GIVEN);
        people.firstStart.prepare(new Administrator("other", Optional.empty(), Optional.empty(), Optional.empty()));

        Stored<User> admin = people.users.get(people.admin(), "me");
        assertThat(admin.value().username()).isEqualTo("admin");
        assertThat(admin.value().emailAddress()).isEqualTo("admin@example.org");
        assertThat(count("user_account")).isOne();
        assertThat(keyHolder(People.ADMIN_KEY)).contains("admin");
        assertThat(people.permissions.holds(people.admin(), "AdministerSystem", ""))
                .isTrue();
    }

    @Test
    void aGivenPasswordOrKeyThatIsEasyToGuessStopsTheStartAndWritesNothing() {
        var weak = new Administrator(
                "admin", Optional.of("nowhere"), Optional.of(Secret.of("secret")), Optional.of(Secret.of("API-1")));

        assertThatThrownBy(() -> people.firstStart.prepare(weak))
                .isInstanceOfSatisfying(
                        SettingsRefused.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(3)
                                .anyMatch(problem -> problem.startsWith("ADMIN_EMAIL"))
                                .anyMatch(problem -> problem.startsWith("ADMIN_PASSWORD"))
                                .anyMatch(problem -> problem.startsWith("ADMIN_API_KEY")));
        assertThat(count("user_account")).isZero();
    }

    @Test
    void withoutAPasswordEachStartGivesATokenThatMakesTheOneBeforeVoid() {
        Secret first = token().orElseThrow();
        Secret second = token().orElseThrow();

        assertThatThrownBy(() -> people.setup.user(first)).isInstanceOf(Problem.class);
        assertThat(people.setup.user(second).id()).isEqualTo(Users.FIRST);
    }

    @Test
    void aTokenSetsThePasswordOnceAndThenNoneIsGivenOutAnyMore() {
        Secret token = token().orElseThrow();
        Setup.Done done = finish(token, People.PASSWORD);

        assertThat(keyHolder(done.apiKey().reveal())).contains("admin");
        assertThat(sessionHolder(done.session())).contains("admin");
        assertThat(signIn(People.PASSWORD).user().id()).isEqualTo(Users.FIRST);
        assertThatThrownBy(() -> finish(token, "Another good password"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().getFirst()).contains("was used"));
        assertThat(token()).isEmpty();
    }

    @Test
    void aPasswordThatIsSetInAnotherWayMakesTheTokenVoid() {
        Secret token = token().orElseThrow();
        people.accounts.update(people.admin(), "me", json("{\"Password\": \"" + People.PASSWORD + "\"}"));

        assertThatThrownBy(() -> finish(token, "Another good password")).isInstanceOf(Problem.class);
        assertThat(signIn(People.PASSWORD).user().id()).isEqualTo(Users.FIRST);
    }

    @Test
    void aRefusedPasswordLeavesTheTokenGoodButADayDoesNot() {
        Secret token = token().orElseThrow();

        assertThatThrownBy(() -> finish(token, "short")).isInstanceOf(Problem.class);
        people.clock.advance(Duration.ofHours(23));
        assertThat(people.setup.user(token).id()).isEqualTo(Users.FIRST);
        people.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> finish(token, People.PASSWORD))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().getFirst()).contains("older than a day"));
    }

    @Test
    void aKeyIsStoredAsADigestAndOpensUntilItExpires() {
        people.started();
        ApiKeys.Made made = people.keys.create(people.admin(), "me", json("""
                {"Purpose": "ci", "Expires": "2030-01-02T00:00:00Z"}"""));

        assertThat(stored("api_key", "digest")).doesNotContain(made.clear().reveal());
        assertThat(keyHolder(made.clear().reveal())).contains("admin");
        people.clock.advance(Duration.ofDays(1));
        assertThat(keyHolder(made.clear().reveal())).isEmpty();
    }

    @Test
    void aKeyWithoutASaidEndLivesHalfAYearAndOneWithNullForEver() {
        people.started();
        ApiKeys.Made usual = people.keys.create(people.admin(), "me", json("{\"Purpose\": \"ci\"}"));
        ApiKeys.Made endless =
                people.keys.create(people.admin(), "me", json("{\"Purpose\": \"ci\", \"expires\": null}"));

        assertThat(usual.key().expires()).contains(people.clock.instant().plus(Duration.ofDays(180)));
        assertThat(endless.key().expires()).isEmpty();
    }

    @Test
    void theUseOfAKeyIsWrittenOnceAMinute() {
        people.started();
        var start = people.clock.instant();
        keyHolder(People.ADMIN_KEY);
        people.clock.advance(Duration.ofSeconds(59));
        keyHolder(People.ADMIN_KEY);
        assertThat(adminKey().used()).contains(start);

        people.clock.advance(Duration.ofSeconds(1));
        keyHolder(People.ADMIN_KEY);
        assertThat(adminKey().used()).contains(start.plusSeconds(60));
    }

    @Test
    void keysAndSessionsDieWithTheirUser() {
        people.started();
        Secret session = signIn(People.PASSWORD).token();
        people.database.change(tx ->
                tx.update("delete from user_account where id_key = 'users-1'").execute());

        assertThat(keyHolder(People.ADMIN_KEY)).isEmpty();
        assertThat(sessionHolder(session)).isEmpty();
    }

    @Test
    void keysAndSessionsOfADisabledUserOpenNothing() {
        people.started();
        Secret session = signIn(People.PASSWORD).token();
        people.database.change(tx -> {
            Stored<User> admin = people.users.documents().require(tx, "", Users.FIRST);
            ObjectNode disabled = admin.json().deepCopy();
            disabled.put("IsActive", false);
            people.users.documents().replace(tx, SystemUser.PRINCIPAL, admin, disabled);
        });

        assertThat(keyHolder(People.ADMIN_KEY)).isEmpty();
        assertThat(sessionHolder(session)).isEmpty();
        assertThatThrownBy(() -> signIn(People.PASSWORD)).hasMessageContaining("problem with your request");
    }

    @Test
    void aSessionEndsWhenItLiesIdleAndLivesOnWhileItIsUsed() {
        people.started();
        Secret used = signIn(People.PASSWORD).token();
        Secret idle = signIn(People.PASSWORD).token();
        people.clock.advance(Duration.ofMinutes(19));
        assertThat(sessionHolder(used)).contains("admin");
        people.clock.advance(Duration.ofMinutes(2));

        assertThat(sessionHolder(used)).contains("admin");
        assertThat(sessionHolder(idle)).isEmpty();
    }

    @Test
    void evenAUsedSessionEndsAfterHalfADay() {
        people.started();
        Secret session = signIn(People.PASSWORD).token();
        for (int quarter = 1; quarter < 48; quarter++) {
            people.clock.advance(Duration.ofMinutes(15));
            assertThat(sessionHolder(session)).contains("admin");
        }
        people.clock.advance(Duration.ofMinutes(15));

        assertThat(sessionHolder(session)).isEmpty();
    }

    @Test
    void aRememberedSessionOutlivesANightAndEndsAfterTwentyDays() {
        people.started();
        Secret session = people.signIn
                .signIn(new SignIn.Attempt("ADMIN", Secret.of(People.PASSWORD), true), CLIENT)
                .token();
        people.clock.advance(Duration.ofDays(19));
        assertThat(sessionHolder(session)).contains("admin");
        people.clock.advance(Duration.ofDays(1));

        assertThat(sessionHolder(session)).isEmpty();
    }

    @Test
    void anEndedSessionOpensNothing() {
        people.started();
        Secret session = signIn(People.PASSWORD).token();
        people.sessions.end(session.reveal());

        assertThat(sessionHolder(session)).isEmpty();
        assertThat(stored("user_session", "digest")).doesNotContain(session.reveal());
    }

    @Test
    void whoGuessesMustWaitAndSignInsAreEvents() {
        people.started();
        for (int guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> signIn("Wrong password 1"))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(400));
        }
        assertThatThrownBy(() -> signIn(People.PASSWORD))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        people.clock.advance(Duration.ofSeconds(2));

        assertThat(signIn(People.PASSWORD).user().id()).isEqualTo(Users.FIRST);
        assertThat(stored("event", "category")).contains("LoginSucceeded");
        assertThat(stored("event", "category").stream().filter("LoginFailed"::equals))
                .hasSize(5);
    }

    @Test
    void theServerMayDoEverythingAndSomebodyWithoutATeamOnlyRead() {
        people.started();
        var guest = new Principal("Users-2", "gil", "API key 'guest'", "", "");

        assertThat(people.permissions.holds(SystemUser.PRINCIPAL, "ProjectEdit", "Spaces-1"))
                .isTrue();
        assertThat(people.permissions.holds(guest, "ProjectView", "Spaces-1")).isTrue();
        assertThatThrownBy(() -> people.permissions.require(guest, "ProjectEdit", "Spaces-1"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getMessage()).contains("ProjectEdit", "Spaces-1"));
    }

    @Test
    void whoLeavesTheAdministratorsMayOnlyReadFromTheNextRequestOn() {
        people.started();
        people.database.change(tx -> {
            var team = people.teams.documents().require(tx, "", "teams-administrators");
            ObjectNode handedOver = team.json().deepCopy();
            handedOver.putArray("MemberUserIds").add("Users-2");
            people.teams.documents().replace(tx, SystemUser.PRINCIPAL, team, handedOver);
        });

        assertThat(people.permissions.holds(people.admin(), "AdministerSystem", ""))
                .isFalse();
    }

    @Test
    void oneOfTwoAdministratorsWhoSendEachOtherAwayAtOnceStays() throws Exception {
        people.started();
        var other = new Principal("Users-2", "gil", "API key 'guest'", "", "");
        people.database.change(
                tx -> people.teams.addMember(tx, SystemUser.PRINCIPAL, "teams-administrators", other.userId()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(
                    List.of(() -> sendAway(people.admin(), other.userId()), () -> sendAway(other, Users.FIRST)));
        }

        assertThat(stored("scope where dimension = 'active'", "source")).hasSize(1);
    }

    private boolean sendAway(Principal who, String userId) {
        try {
            people.accounts.update(who, userId, json("{\"IsActive\": false}"));
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    @Test
    void theInstallationKeepsItsId() {
        var other = new InstallationId(people.database, UUID::randomUUID);

        assertThat(other.get()).isEqualTo(other.get());
        assertThat(count("installation")).isOne();
    }

    @Test
    void aChangeThatFailsLeavesNoEvent() {
        people.started();
        int before = count("event");

        assertThatThrownBy(() -> people.spaces.create(people.admin(), "", json("""
                {"Name": "Default", "SpaceManagersTeamMembers": ["Users-1"]}""")))
                .isInstanceOf(Problem.class);
        assertThat(count("event")).isEqualTo(before);
        assertThat(count("team")).isEqualTo(4);
    }

    private Optional<Secret> token() {
        return people.firstStart.prepare(
                new Administrator("admin", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Setup.Done finish(Secret token, String password) {
        return people.setup.finish(new Setup.Wanted(token, "", "Ada", "", Secret.of(password)), CLIENT);
    }

    private SignIn.SignedIn signIn(String password) {
        return people.signIn.signIn(new SignIn.Attempt("Admin", Secret.of(password), false), CLIENT);
    }

    private Optional<String> keyHolder(String key) {
        return people.authenticator
                .authenticate(new Credentials.ApiKey(key, CLIENT))
                .map(Principal::username);
    }

    private Optional<String> sessionHolder(Secret token) {
        return people.authenticator
                .authenticate(new Credentials.SessionCookie(token.reveal(), CLIENT))
                .map(Principal::username);
    }

    private ApiKey adminKey() {
        return people.keys.list(people.admin(), "me", 0, 10).items().getLast();
    }

    private int count(String table) {
        return people.database.read(view ->
                view.query("select count(*) from " + table).mapTo(Integer.class).one());
    }

    private List<String> stored(String table, String column) {
        return people.database.read(view -> view.query("select " + column + " from " + table)
                .mapTo(String.class)
                .list());
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}
