package tako.server.delivery.interruption;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.ManualClock;
import tako.platform.task.NewTask;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRuntime;
import tako.platform.task.TestHandler;
import tako.server.WireMapper;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.people.team.Teams;
import tako.server.people.user.Users;
import tako.server.resource.AuditLog;
import tako.server.resource.Catalogue;
import tako.server.resource.Engine;
import tako.server.settings.server.SystemUser;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parked task that waits for a question, and people: Ada, an administrator; Grace and Linus of the Stakeholders; Gil of no team. "Restart"
 * is a second fixture over the same database.
 */
final class InterruptionFixture {
    static final String SPACE = "Spaces-1";
    static final Principal ADA = person("ada");
    static final Principal GRACE = person("grace");
    static final Principal LINUS = person("linus");
    static final Principal GIL = person("gil");
    static final Duration USUAL = Duration.ofDays(30);

    final Database database;
    final ManualClock clock;
    final List<AuditLog.Entry> events = Collections.synchronizedList(new ArrayList<>());
    final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    final TaskQueue queue;
    final Interruptions questions;
    final Answers answers;
    final Teams teams;
    final Users users;
    final ResponsibleTeams named;
    private final AtomicInteger asked = new AtomicInteger();

    InterruptionFixture(Database database, ManualClock clock) {
        this.database = database;
        this.clock = clock;
        this.queue = new TaskQueue(clock, TaskLimits.standard(), Map.of());
        Engine engine = new Engine(
                database,
                WireMapper.mapper(),
                new Catalogue(List.of(Users.KIND, Teams.KIND)),
                InterruptionFixture::require,
                (tx, who, entry) -> tx.afterCommit(() -> events.add(entry)),
                (tx, clear) -> "Secrets-1",
                (kind, space, id) -> notices.add(kind + " " + id),
                clock);
        this.teams = new Teams(engine);
        this.users = new Users(engine);
        var people = new ResponsiblePeople(teams, users);
        this.questions = new Interruptions(engine, USUAL);
        this.answers = new Answers(engine, queue, people);
        this.named = new ResponsibleTeams(teams, people);
    }

    private static Principal person(String name) {
        return new Principal("Users-" + name, name, "Session cookie", "", "");
    }

    /** Ada may do everything, everybody may look. */
    private static void require(Principal who, String permission, String space) {
        if (!Set.of(ADA.userId(), SystemUser.ID).contains(who.userId()) && !permission.endsWith("View")) {
            throw Problem.forbidden("You need the permission " + permission + ".");
        }
    }

    /** Makes the people. */
    InterruptionFixture peopled() {
        List.of("Ada", "Grace", "Linus", "Gil").forEach(this::user);
        team("Teams-1", "Stakeholders", null, "grace", "linus");
        database.change(tx -> teams.createBuiltIn(tx, ADA));
        return this;
    }

    private void user(String name) {
        ObjectNode json = WireMapper.mapper()
                .createObjectNode()
                .put("Username", id(name))
                .put("DisplayName", name)
                .put("EmailAddress", id(name) + "@example.org")
                .put("IsActive", true);
        database.change(tx -> users.documents().insert(tx, ADA, "", "Users-" + id(name), json));
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void team(String id, String name, @Nullable String space, String... members) {
        ObjectNode json = WireMapper.mapper().createObjectNode().put("Name", name);
        if (space != null) {
            json.put("SpaceId", space);
        }
        var ids = json.putArray("MemberUserIds");
        List.of(members).forEach(member -> ids.add("Users-" + member));
        database.change(tx -> teams.documents().insert(tx, ADA, "", id, json));
    }

    void disable(String name) {
        database.change(tx -> {
            var user = users.documents().require(tx, "", "Users-" + name);
            users.documents().replace(tx, ADA, user, user.json().deepCopy().put("IsActive", false));
        });
    }

    void removeTeam(String id) {
        database.change(
                tx -> teams.documents().remove(tx, ADA, teams.documents().require(tx, "", id)));
    }

    /** A deployment's task. */
    String task() {
        return database.write(tx -> {
            String id = queue.enqueue(
                    tx, new NewTask("Deploy", SPACE, 1, "{}", 0, Instant.EPOCH, Optional.empty(), List.of()));
            new TaskSubjects(WireMapper.mapper())
                    .record(
                            tx,
                            id,
                            new TaskSubject(
                                    "Deploy Random Quotes release 1.2.3 to Test",
                                    Map.of(),
                                    new TaskSubject.About("Projects-1", "Environments-2", "", ""),
                                    List.of()));
            return id;
        });
    }

    Questions.Asked ask(String task, String key, List<String> teamIds, Optional<Duration> within) {
        var question = new Question("Deployment Sign Off", "Open *it*.", teamIds, false, within);
        var asking = new Questions.Asking(
                key,
                task,
                SPACE,
                "step-2",
                question,
                List.of("Deployments-1", "Projects-1", "Environments-2", "Releases-1"));
        return database.write(tx -> questions.ask(tx, asking));
    }

    /** A question to the stakeholders of a new task. */
    String asked() {
        return ask(task(), "asking-" + asked.incrementAndGet(), List.of("Teams-1"), Optional.empty())
                .id();
    }

    void parked(String waitingFor) {
        work(run -> new TaskResult.Parked(waitingFor, Optional.empty(), false));
    }

    void work(TestHandler.Body body) {
        new TaskNode(
                        database,
                        queue,
                        TaskNodeSettings.standard("Node-1"),
                        List.of(TestHandler.of("Deploy", body)),
                        new TaskRuntime(clock.both(), Runnable::run))
                .tick();
    }

    Optional<Decision> decision(String id) {
        return Optional.ofNullable(
                database.read(view -> questions.decisions(view, List.of(id))).get(id));
    }

    void expire(String id) {
        database.change(tx -> questions.expire(tx, List.of(id)));
    }

    List<String> messages(String category) {
        return events.stream()
                .filter(event -> event.category().equals(category))
                .map(AuditLog.Entry::message)
                .toList();
    }
}
