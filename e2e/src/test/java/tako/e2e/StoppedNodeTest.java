package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.e2e.Setup.ScriptedStep;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;

/** Two nodes on one PostgreSQL: one is stopped past its lease while it runs a deployment. */
@Tag("crash")
@Timeout(300)
class StoppedNodeTest {
    private static final Duration TAKEOVER = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final Node one;
    private final Node other;

    StoppedNodeTest() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        one = Node.named("one", postgres);
        other = Node.named("other", postgres);
    }

    /** A server and where it lives. */
    private record Node(Path home, RunningServer server) {
        static Node named(String name, EmbeddedPostgres postgres) {
            var home = FreshHome.named("node-" + name);
            return new Node(
                    home,
                    RunningServer.notStarted(
                            home,
                            Map.of(
                                    "OCTOPUS_SERVER_NODE_NAME",
                                    name,
                                    "DB_CONNECTION_STRING",
                                    postgres.getJdbcUrl("postgres", "postgres"),
                                    "MASTER_KEY",
                                    "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")));
        }

        /** Scripts of this node that run now: whatever belongs to it besides the server itself. */
        int scripts() {
            return new ProcessesOf(home).running().size() - 1;
        }

        Setup setup() {
            return new Setup(server.wire());
        }
    }

    @BeforeEach
    void start() {
        one.server.start();
        other.server.start();
    }

    @AfterEach
    void close() throws IOException {
        for (Node node : List.of(one, other)) {
            node.server.close();
        }
        postgres.close();
    }

    @Test
    void another_node_takes_over_and_the_stopped_one_writes_nothing_afterwards() throws Exception {
        var file = one.home.resolveSibling("lines.txt");
        var setup = one.setup();
        var environment = setup.environment("Dev");
        var slow = setup.project("Slow", new ScriptedStep("Append", "", """
                while :; do echo line >>'%s'; sleep 0.1; done
                """.formatted(file)));
        var deployment = setup.deploy(setup.release(slow, "1.0.0"), environment);
        await().atMost(TAKEOVER).until(() -> Files.exists(file));
        var stopped = one.scripts() > 0 ? one : other;
        var awake = stopped.equals(one) ? other : one;

        stopped.server.freeze();
        var ended = awake.setup().ended(deployment.task(), TAKEOVER);

        assertThat(ended.path("State").asString()).isEqualTo("Failed");
        var log = awake.setup().rawLog(deployment.task());
        assertThat(log).contains("was interrupted");
        await().atMost(TAKEOVER)
                .untilAsserted(() -> assertThat(stopped.scripts()).isZero());
        var lines = Files.readAllLines(file);
        var rows = rows(deployment.task());
        assertThat(rows.values()).filteredOn(List::isEmpty).hasSize(1); // it has set no output

        stopped.server.thaw();
        worksAgain(stopped, awake, environment);

        assertThat(rows(deployment.task())).isEqualTo(rows);
        assertThat(stopped.setup().task(deployment.task())).isEqualTo(ended);
        assertThat(stopped.setup().rawLog(deployment.task())).isEqualTo(log);
        assertThat(Files.readAllLines(file)).isEqualTo(lines);
    }

    private Map<String, List<String>> rows(String task) {
        var address = new DatabaseAddress.Postgres(postgres.getJdbcUrl("postgres", "postgres"));
        try (Database database = Databases.open(address, List.of("db/migration/platform", "db/migration/server"))) {
            return new RowsOfTask(database).of(task);
        }
    }

    /** Alone, it deploys: then it has long known what it lost. */
    private static void worksAgain(Node node, Node other, String environment) {
        other.server.stop();
        var setup = node.setup();
        var project = setup.project("Again", new ScriptedStep("Say", "", "echo hello"));
        setup.succeeds(
                setup.deploy(setup.release(project, "1.0.0"), environment).task());
    }
}
