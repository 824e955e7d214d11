package tako.server.settings.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.platform.log.FileLogStore;
import tako.platform.log.LineQuery;
import tako.platform.log.LogLine;
import tako.platform.secret.MasterKey;
import tako.platform.secret.Secret;
import tako.platform.secret.Secrets;
import tako.platform.task.ManualClock;
import tako.platform.task.TaskLimits;
import tako.platform.task.TaskNode;
import tako.platform.task.TaskNodeSettings;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskRuntime;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.delivery.task.TaskByHand;
import tako.server.delivery.task.TaskRoutes;
import tako.server.delivery.task.TaskSubject;
import tako.server.delivery.task.TaskSubjects;
import tako.server.delivery.task.Tasks;
import tako.server.resource.Engine;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;
import tools.jackson.databind.JsonNode;

/** Mails with the queue, the log, the SMTP configuration over HTTP, and a clock that a test moves. */
final class MailFixture implements AutoCloseable {
    final ManualClock clock = new ManualClock();
    final List<String> events = new CopyOnWriteArrayList<>();
    final Database database;
    final TaskQueue queue;
    final Mails mails;
    private final FileLogStore logs;
    private final MailParts parts;
    private final TestHttpServer server;

    MailFixture(Database database, Path folder) throws IOException {
        this.database = database;
        var random = new SecureRandom();
        var secrets = Secrets.open(database, MasterKey.of(MasterKey.generate(random)), random);
        var ends = new MailEnds(secrets);
        this.queue = new TaskQueue(clock, TaskLimits.standard(), Map.of(Mails.KIND, ends, TestMails.KIND, ends));
        this.logs = new FileLogStore(folder, clock);
        Engine quiet = TestEngine.over(database, List.of());
        Engine engine = new Engine(
                database,
                quiet.mapper(),
                quiet.catalogue(),
                quiet.permissions(),
                (tx, who, entry) -> tx.afterCommit(() -> events.add(entry.category() + " "
                        + entry.regards().getFirst() + " "
                        + entry.after().orElseThrow())),
                (tx, clear) -> secrets.keep(tx, Secret.of(clear)),
                quiet.notices(),
                clock);
        var subjects = new TaskSubjects(WireMapper.mapper());
        var smtp = new SmtpConfigurations(engine, secrets::open, new WaitingMails(queue));
        this.parts = new MailParts(engine, smtp, secrets, logs, new Subjects(subjects));
        this.mails = new Mails(parts, queue, () -> UUID.randomUUID().toString());
        var byHand = new TaskByHand(List.of(TestMails.PERMISSION), true, new TestMails(mails)::queue);
        var tasks = new Tasks(engine, queue, subjects, Map.of(TestMails.KIND, byHand), Map.of());
        List<Route<?>> routes = Stream.of(new SmtpRoutes(smtp).routes(), new TaskRoutes(tasks).routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
        this.server = TestHttpServer.start(new RouteTable(routes));
    }

    private record Subjects(TaskSubjects rows) implements MailSubjects {
        @Override
        public void record(Tx tx, String task, Subject subject) {
            var about = new TaskSubject.About("", "", "", "");
            rows.record(
                    tx, task, new TaskSubject(subject.description(), subject.arguments(), about, subject.related()));
        }

        @Override
        public void warned(Tx tx, String task) {
            TaskSubjects.warned(tx, task);
        }
    }

    /** Sends mail by a server on this machine. */
    void configure(int port, String more) {
        send("PUT", "/api/smtpconfiguration", configuration(port, more), 200);
    }

    static String configuration(int port, String more) {
        return """
                {"SmtpHost": "127.0.0.1", "SmtpPort": %d, "SendEmailFrom": "Tako <tako@example.org>", "Timeout": 1000%s}""".formatted(port, more.isEmpty() ? "" : ", " + more);
    }

    static Mail mail(String subject, String... addresses) {
        return new Mail(
                "Spaces-1",
                subject,
                Arrays.stream(addresses)
                        .map(address -> new Recipient(
                                Recipient.Kind.TO, MailAddress.parse(address).orElseThrow()))
                        .toList(),
                subject,
                "The body of " + subject,
                false,
                MailPriority.NORMAL,
                List.of("Deployments-1"));
    }

    String queue(String key, Mail mail) {
        return database.write(tx -> mails.queue(tx, key, mail));
    }

    TaskNode node(Database over, Executor runners) {
        var engine = parts.engine();
        MailParts there = new MailParts(
                new Engine(
                        over,
                        engine.mapper(),
                        engine.catalogue(),
                        engine.permissions(),
                        engine.audit(),
                        engine.secrets(),
                        engine.notices(),
                        clock),
                parts.smtp(),
                parts.secrets(),
                logs,
                parts.subjects());
        return new TaskNode(
                over,
                queue,
                TaskNodeSettings.standard("Node-1"),
                MailTask.all(there),
                new TaskRuntime(clock.both(), runners));
    }

    /** Lets a node work for a while of the manual clock. */
    void pass(Duration duration) {
        TaskNode node = node(database, Runnable::run);
        long step = Math.max(500, duration.toMillis() / 400);
        for (long left = duration.toMillis(); left > 0; left -= step) {
            clock.advance(Duration.ofMillis(step));
            node.tick();
        }
    }

    TaskRow task(String id) {
        return database.read(view -> queue.find(view, id)).orElseThrow();
    }

    SmtpChoice choice(tako.platform.database.View view) {
        return parts.smtp().choice(view);
    }

    MailRow row(String task) {
        return database.read(view -> MailRows.find(view, task)).orElseThrow();
    }

    int secrets() {
        return database.read(view ->
                view.query("select count(*) from secret").mapTo(Integer.class).one());
    }

    List<String> log(String id) {
        return logs.lines(id, LineQuery.after(0, 10_000)).lines().stream()
                .map(LogLine::text)
                .toList();
    }

    List<String> tree(String id) {
        return logs.tree(id).stream()
                .map(node -> node.title() + ": " + node.status().wireName())
                .toList();
    }

    JsonNode get(String path) {
        return send("GET", path, "", 200);
    }

    JsonNode send(String method, String path, String body, int status) {
        HttpResponse<String> answer = server.send(server.asAdmin(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return TestHttpServer.json(answer);
    }

    List<String> errors(String body) {
        List<String> errors = new ArrayList<>();
        send("PUT", "/api/smtpconfiguration", body, 400).path("Errors").forEach(error -> errors.add(error.asString()));
        return errors;
    }

    @Override
    public void close() {
        server.close();
        logs.close();
        database.close();
    }
}
