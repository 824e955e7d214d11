package tako.bench.queue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tako.bench.database.BenchPostgres;
import tako.bench.harness.Arena;
import tako.bench.harness.Benchmark.Goal;
import tako.bench.harness.Further;
import tako.bench.harness.Libraries;
import tako.bench.harness.TemporaryFolder;
import tako.bench.start.AppJars;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.task.TaskNodeSettings;

/**
 * From just before a task is added until the first instruction of its handler, at half load: ours beside graphile-worker, on the same
 * PostgreSQL server. Half load is half of what the slower of the two takes for long, measured before the first pair, and the same for both.
 */
public final class QueueLatency implements Arena {
    /** As many as the product's node has. */
    private static final int SLOTS = TaskNodeSettings.standard("Bench").workSlots();

    private static final int CONNECTIONS = 16;
    private static final List<String> MIGRATIONS = List.of("db/migration/platform");

    private final Size size;
    private final AppJars app;
    private final BenchPostgres postgres;
    private final GraphileWorker graphile;
    private final List<Times> ours = new ArrayList<>();
    private final List<Times> peers = new ArrayList<>();
    private double oursAtMost;
    private double peerAtMost;

    /**
     * How much is measured.
     *
     * @param tasks in each measurement
     * @param deployments whose first line is awaited, beside it
     */
    public record Size(int tasks, int deployments) {}

    private QueueLatency(Size size, AppJars app, BenchPostgres postgres, GraphileWorker graphile) {
        this.size = size;
        this.app = app;
        this.postgres = postgres;
        this.graphile = graphile;
    }

    /**
     * Installs the peer, and measures how much both take.
     *
     * @param app the built program
     * @param module the folder of this module, in which the peer's project lies
     */
    public static QueueLatency of(Size size, AppJars app, Path module) throws Exception {
        GraphileWorker graphile = GraphileWorker.start(module);
        QueueLatency latency = new QueueLatency(size, app, BenchPostgres.start(), graphile);
        try {
            latency.measureMost();
            return latency;
        } catch (Exception e) {
            latency.close();
            throw e;
        }
    }

    /** Twice, because the first time neither is warm. */
    private void measureMost() throws Exception {
        for (int time = 0; time < 2; time++) {
            oursAtMost = ours(Load.flatOut(size.tasks())).perSecond();
            peerAtMost = peer(Load.flatOut(size.tasks())).perSecond();
        }
    }

    private Load half() {
        return Load.evenly(size.tasks(), Math.min(oursAtMost, peerAtMost) / 2);
    }

    @Override
    public double ours() throws Exception {
        ours.add(ours(half()));
        return ours.getLast().percentile(50);
    }

    private Times ours(Load load) throws Exception {
        return ours(postgres.fresh(), load);
    }

    private static Times ours(DatabaseAddress address, Load load) throws Exception {
        try (Database database = Databases.open(address, MIGRATIONS)) {
            return new OurLatency(database, SLOTS, load).measure();
        }
    }

    @Override
    public double peer() throws Exception {
        peers.add(peer(half()));
        return peers.getLast().percentile(50);
    }

    private Times peer(Load load) throws IOException, SQLException {
        return graphile.measure(postgres.fresh(), SLOTS, CONNECTIONS, load);
    }

    @Override
    public List<Further> further() {
        List<Double> worst = ours.stream().map(times -> times.percentile(99)).toList();
        return List.of(new Further("p99", "ms", worst, Goal.atMost(100.0)));
    }

    @Override
    public List<String> beside() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            DatabaseAddress file = new DatabaseAddress.Embedded(folder.path().resolve("tako.db"));
            return List.of(
                    "the last pair: ours " + ours.getLast().words() + "; graphile-worker "
                            + peers.getLast().words(),
                    "ours at half of what it takes itself: "
                            + ours(Load.evenly(size.tasks(), oursAtMost / 2)).words(),
                    "ours on SQLite at the same rate: " + ours(file, half()).words() + "; " + folder.storage(),
                    FirstLine.of(app, size.deployments()));
        }
    }

    @Override
    public List<String> settings() throws SQLException {
        return List.of(
                postgres.settings(),
                Libraries.of(org.postgresql.Driver.class) + "; " + graphile.versions(),
                String.format(
                        Locale.ROOT,
                        "%d tasks in each measurement, evenly at %.0f tasks/s: half of what graphile-worker takes with %d"
                                + " clients (%.0f tasks/s), or of ours, if that is less (%.0f tasks/s)",
                        size.tasks(),
                        half().perSecond().orElseThrow(),
                        Load.CLIENTS,
                        peerAtMost,
                        oursAtMost),
                SLOTS + " slots or jobs at once, " + CONNECTIONS
                        + " connections, polling every second, hints by LISTEN and"
                        + " NOTIFY; what is due is added every millisecond; one process adds and runs; the first tenth of"
                        + " the tasks does not count",
                "checked: each task ran once and every end was stored");
    }

    @Override
    public void close() {
        graphile.close();
        postgres.close();
    }
}
