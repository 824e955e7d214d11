package tako.e2e.wired;

import static tako.e2e.Setup.object;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.e2e.Answer;
import tako.e2e.FreshHome;
import tako.e2e.MailServer;
import tako.e2e.Setup;
import tako.e2e.Wire;
import tako.platform.database.Database;
import tako.platform.log.LogNode;
import tako.platform.task.ManualClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tutorial's deployment to Test: a step that deploys, a person's sign-off, a mail in any case. With servers that follow each other, and a person. */
final class SignedOffWorld implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final String UNFINISHED =
            "select count(*) from task where ended_at is null and kind in ('Deploy', 'SendEmail', 'CloseRun')";

    final Database database;
    final ManualClock clock = new ManualClock();
    final EffectStep deploying = new EffectStep();
    final MailServer mail = new MailServer();
    SteppedServer server;
    private final Path home = FreshHome.named("failed-writes").resolveSibling("");
    private final String release;
    private final String environment;
    private int servers;

    SignedOffWorld(Database database) {
        this.database = database;
        this.server = another();
        Setup setup = new Setup(server.wire());
        this.environment = setup.environment("Test");
        String project = setup.project("Random Quotes");
        process(setup, project);
        mail.serve(setup);
        this.release = setup.release(project, "1.0.0");
        for (int beat = 0; beat < 4; beat++) {
            pass();
        }
    }

    private SteppedServer another() {
        servers++;
        return new SteppedServer(home, "node-" + servers, database, clock, List.of(deploying));
    }

    private void process(Setup setup, String project) {
        String address = setup.path("projects/" + project + "/deploymentprocesses");
        ObjectNode process = (ObjectNode) server.wire().get(address).succeeded().json();
        step(process, "Deploy", EffectStep.TYPE);
        step(process, "Deployment Sign Off", "Octopus.Manual")
                .put("Octopus.Action.Manual.Instructions", "Open the application and confirm.");
        step(process, "Random quotes deployment status", "Octopus.Email")
                .put("Octopus.Action.Email.To", "stakeholder@example.org")
                .put("Octopus.Action.Email.Subject", "Random quotes deployment status")
                .put("Octopus.Action.Email.Body", "Deployment to #{Octopus.Environment.Name}");
        ((ObjectNode) process.path("Steps").get(2)).put("Condition", "Always");
        server.wire().put(address, process).succeeded();
    }

    private static ObjectNode step(ObjectNode process, String name, String type) {
        ObjectNode step =
                process.withArray("Steps").addObject().put("Name", name).put("Condition", "Success");
        ObjectNode action =
                step.putArray("Actions").addObject().put("Name", name).put("ActionType", type);
        return action.putObject("Properties").put("Octopus.Action.RunOnServer", "true");
    }

    /** Half a second of the clock. */
    void pass() {
        clock.advance(BEAT);
        server.tick();
    }

    Instant now() {
        return clock.instant();
    }

    /** A server whose database is gone is gone; another one starts. */
    void replaceWhatIsGone() {
        if (server.database().isGone()) {
            server.close();
            server = another();
        }
    }

    /** A person deploys, and who gets an error looks whether the deployment is there before trying again. @return its task once it is known to be there */
    Optional<String> deploy(int already) {
        String all = "/api/Spaces-1/deployments";
        Answer seen = ask(wire -> wire.get(all));
        if (seen.status() == 200 && seen.json().path("TotalResults").asInt() > already) {
            return Optional.of(
                    Setup.items(seen.json()).getFirst().path("TaskId").asString());
        }
        ask(wire -> wire.post(all, object().put("ReleaseId", release).put("EnvironmentId", environment)));
        return Optional.empty();
    }

    /** A person answers what is asked. Who is told of an error tries again at the next beat, if it is still asked. */
    void answer() {
        Answer open = ask(wire -> wire.get("/api/Spaces-1/interruptions?pendingOnly=true"));
        if (open.status() != 200) {
            return;
        }
        for (JsonNode question : Setup.items(open.json())) {
            String address = "/api/Spaces-1/interruptions/" + Setup.id(question);
            ask(wire -> wire.put(address + "/responsible", object()));
            ask(wire -> wire.post(
                    address + "/submit", object().put("Result", "Proceed").put("Notes", "Good")));
        }
    }

    /** Something that is asked over the wire. */
    private interface Request {
        Answer send(Wire wire);
    }

    private Answer ask(Request request) {
        return request.send(server.wire());
    }

    int deployments() {
        return number("select count(*) from deployment");
    }

    boolean hasEnded() {
        return number(UNFINISHED) == 0;
    }

    /** What a statement counts. */
    int number(String sql) {
        return database.read(view -> view.query(sql).mapTo(Integer.class).one());
    }

    List<LogNode> log(String task) {
        return server.logs().tree(task);
    }

    @Override
    public void close() {
        server.close();
        mail.close();
    }
}
