package tako.steps.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tako.platform.database.Database;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.platform.database.Tx;
import tako.platform.json.Json;
import tako.platform.log.FileLogStore;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secret;
import tako.platform.secret.Secrets;
import tako.platform.task.ManualClock;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskQueue;
import tako.server.delivery.step.Awaited;
import tako.server.delivery.step.Outcome;
import tako.server.people.team.Memberships;
import tako.server.people.team.Teams;
import tako.server.people.user.User;
import tako.server.people.user.Users;
import tako.server.projects.process.Action;
import tako.server.resource.Catalogue;
import tako.server.resource.Engine;
import tako.server.settings.mail.MailParts;
import tako.server.settings.mail.MailSubjects;
import tako.server.settings.mail.Mails;
import tako.server.settings.mail.SmtpConfigurations;
import tako.server.settings.mail.WaitingMails;
import tako.server.settings.server.SystemUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A mail step that queues its mail. */
class EmailStepTest {
    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    @TempDir
    Path folder;

    private final JsonMapper mapper = Json.mapper(ZoneOffset.UTC);
    private Database database;
    private Users users;
    private Teams teams;
    private SmtpConfigurations smtp;
    private MailTeams mailTeams;
    private EmailStep step;
    private FileLogStore logs;

    @BeforeEach
    void start() throws Exception {
        database = fresh.database();
        var random = new SecureRandom();
        var secrets = Secrets.open(database, MasterKey.of(MasterKey.generate(random)), random);
        var clock = new ManualClock();
        Engine engine = new Engine(
                database,
                mapper,
                new Catalogue(List.of(Users.KIND, Teams.KIND)),
                (who, permission, space) -> {},
                (tx, who, entry) -> {},
                (tx, clear) -> secrets.keep(tx, Secret.of(clear)),
                (kind, space, id) -> {},
                clock);
        var queue = new TaskQueue(clock, TaskLimits.standard(), Map.of());
        users = new Users(engine);
        teams = new Teams(engine);
        smtp = new SmtpConfigurations(engine, secrets::open, new WaitingMails(queue));
        logs = new FileLogStore(folder, clock);
        var parts = new MailParts(engine, smtp, secrets, logs, new Unrecorded());
        mailTeams = new MailTeams(teams, new Memberships(users, teams));
        step = new EmailStep(new Mails(parts, queue, () -> UUID.randomUUID().toString()), mailTeams);
        configure();
    }

    @AfterEach
    void stop() {
        logs.close();
    }

    private record Unrecorded() implements MailSubjects {
        @Override
        public void record(Tx tx, String task, Subject subject) {}

        @Override
        public void warned(Tx tx, String task) {}
    }

    private void configure() {
        smtp.save(
                SystemUser.PRINCIPAL,
                mapper.createObjectNode().put("SmtpHost", "mail.example.org").put("SendEmailFrom", "tako@example.org"));
    }

    private String user(String name, String address, boolean active) {
        var user = new User("", name, name, address, active, false, List.of(), Map.of());
        return database.write(tx -> users.insert(tx, SystemUser.PRINCIPAL, user).id());
    }

    private String team(String name, String space, String... members) {
        ObjectNode team = mapper.createObjectNode().put("Name", name).put("SpaceId", space);
        List.of(members).forEach(team.putArray("MemberUserIds")::add);
        return database.write(tx -> teams.documents()
                .insert(tx, SystemUser.PRINCIPAL, "", team.deepCopy())
                .id());
    }

    private Outcome run(Map<String, String> properties, QueuedRun run) throws InterruptedException {
        var context = EmailRenderingTest.context(properties, Map.of("Octopus.Space.Id", "Spaces-1"), Set.of());
        return step.run(step.render(context), run);
    }

    private List<String> addresses() {
        return database.read(view -> view.query("select address from mail_recipient order by task, position")
                .mapTo(String.class)
                .list());
    }

    @Test
    @Tag("rule:mail.delays-no-deployment")
    void the_mail_is_queued_and_the_step_is_done() throws InterruptedException {
        QueuedRun run = new QueuedRun(database, "ServerTasks-9/step-1#1");

        assertThat(run(Map.of(), run)).isEqualTo(new Outcome.Succeeded());

        assertThat(run.lines()).containsExactly("INFO Queued the mail to ada@example.org as ServerTasks-1.");
    }

    @Test
    @Tag("rule:mail.blind-copies-are-not-shown")
    void the_log_counts_who_gets_it_blind() throws InterruptedException {
        QueuedRun run = new QueuedRun(database, "ServerTasks-9/step-1#1");

        run(Map.of(EmailProperties.BCC, "bob@example.org, eve@example.org"), run);

        assertThat(run.lines())
                .containsExactly("INFO Queued the mail to ada@example.org and 2 hidden as ServerTasks-1.");
    }

    @Test
    @Tag("rule:mail.delays-no-deployment")
    void the_step_waits_for_the_mail_only_if_it_says_so() throws InterruptedException {
        assertThat(run(Map.of(EmailProperties.WAIT, "True"), new QueuedRun(database, "k#1")))
                .isEqualTo(new Outcome.Waits(new Awaited.End("ServerTasks-1")));
    }

    @Test
    @Tag("rule:mail.queued-once")
    void an_item_that_runs_again_after_a_crash_queues_no_second_mail() throws InterruptedException {
        run(Map.of(), new QueuedRun(database, "ServerTasks-9/step-1#1"));
        run(Map.of(), new QueuedRun(database, "ServerTasks-9/step-1#2"));
        assertThat(addresses()).hasSize(1);

        run(Map.of(), new QueuedRun(database, "ServerTasks-9/step-2#1"));
        assertThat(addresses()).hasSize(2);
    }

    @Test
    @Tag("rule:mail.recipients")
    void members_of_teams_get_it_once_each_whatever_the_case() throws InterruptedException {
        String ada = user("ada", "ADA@example.org", true);
        String bob = user("bob", "bob@example.org", true);
        String gone = user("gone", "gone@example.org", false);
        String mute = user("mute", "", true);
        QueuedRun run = new QueuedRun(database, "k#1");

        Outcome outcome = run(
                Map.of(
                        EmailProperties.TO_TEAMS, team("Web", "", ada, bob, gone, mute),
                        EmailProperties.CC_TEAMS, team("Data", "Spaces-1", bob)),
                run);

        assertThat(outcome).isEqualTo(new Outcome.Succeeded());
        assertThat(addresses()).containsExactly("ada@example.org", "bob@example.org");
        assertThat(run.lines())
                .contains("WARNING The user mute gets no mail, because no usable address is known. Give the user one.");
    }

    @Test
    @Tag("rule:mail.team-that-is-gone")
    void a_team_that_is_gone_is_named_and_the_others_get_the_mail() throws InterruptedException {
        QueuedRun run = new QueuedRun(database, "k#1");

        assertThat(run(Map.of(EmailProperties.TO_TEAMS, "Teams-99"), run)).isEqualTo(new Outcome.Succeeded());

        assertThat(run.lines().getFirst())
                .startsWith("WARNING The team 'Teams-99' to which the mail goes is not there");
        assertThat(addresses()).containsExactly("ada@example.org");
    }

    @Test
    @Tag("rule:mail.team-that-is-gone")
    void a_mail_of_which_nobody_is_left_fails_the_step() throws InterruptedException {
        String elsewhere = team("Elsewhere", "Spaces-2", user("ada", "ada@example.org", true));

        Outcome outcome = run(
                Map.of(EmailProperties.TO, "", EmailProperties.TO_TEAMS, "Teams-99," + elsewhere),
                new QueuedRun(database, "k#1"));

        assertThat(((Outcome.Failed) outcome).reason()).startsWith("Nobody is left who could get the mail");
        assertThat(addresses()).isEmpty();
    }

    @Test
    @Tag("rule:mail.not-configured")
    void without_a_configuration_the_step_fails() throws InterruptedException {
        smtp.save(SystemUser.PRINCIPAL, mapper.createObjectNode());

        assertThat(((Outcome.Failed) run(Map.of(), new QueuedRun(database, "k#1"))).reason())
                .startsWith("SMTP is not configured, so no mail can be sent.");
    }

    @Test
    @Tag("rule:mail.checked-when-saved")
    void what_is_wrong_is_said_when_the_process_is_saved() {
        String there = team("Web", "");

        assertThat(problems(Map.of(
                        EmailProperties.TO, "ada@example.org; nobody",
                        EmailProperties.CC, "#{Whoever}",
                        EmailProperties.TO_TEAMS, there + ",Teams-99")))
                .containsExactly(
                        "Step 'Tell', Octopus.Action.Email.To: 'nobody' is no mail address. Write one such as ada@example.org,"
                                + " or a variable that holds one.",
                        "Step 'Tell', Octopus.Action.Email.ToTeamIds: there is no team 'Teams-99'. Name another one by its id,"
                                + " or an address.");
        assertThat(problems(Map.of(EmailProperties.SUBJECT, "x")))
                .containsExactly("Step 'Tell', Octopus.Action.Email.To: nobody is named who is to get the mail."
                        + " Write an address, or choose a team.");
        assertThat(problems(Map.of(EmailProperties.BCC_TEAMS, there))).isEmpty();
    }

    private List<String> problems(Map<String, String> properties) {
        ObjectNode json = mapper.createObjectNode().put("Name", "Tell").put("ActionType", "Octopus.Email");
        ObjectNode bag = json.putObject("Properties");
        new HashMap<>(properties).forEach(bag::put);
        Action action = mapper.treeToValue(json, Action.class);
        return database.read(view -> mailTeams.problems(view, "Spaces-1", "Step 'Tell'", action));
    }
}
