package tako.e2e.wired;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tako.app.wiring.Wiring;
import tako.e2e.AnswerCheck;
import tako.e2e.RunningServer;
import tako.e2e.Wire;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.log.LogStore;
import tako.platform.task.FaultyDatabase;
import tako.platform.task.ManualClock;
import tako.platform.task.TaskRuntime;
import tako.server.delivery.run.RunParts;
import tako.server.delivery.step.StepHandler;

/** The joined server under a clock that a test moves: it answers requests, and runs tasks only inside {@link #tick}, over a database that can fail. */
final class SteppedServer implements AutoCloseable {
    /** No patience of the real clock: sixty looks, a millisecond apart, at a database that is gone. */
    private static final RunParts.Waits WAITS = new RunParts.Waits(
            Duration.ofMillis(20), Duration.ofMillis(1), 60, Duration.ofSeconds(8), Duration.ofMinutes(1));

    private final FaultyDatabase database;
    private final Wiring wiring;

    /**
     * A server that has started.
     *
     * @param home shared with those that take over from it
     * @param node its name, another one for each
     * @param steps what can be deployed besides the product's steps
     */
    SteppedServer(Path home, String node, Database real, ManualClock clock, List<StepHandler<?>> steps) {
        this.database = new FaultyDatabase(real);
        this.wiring = new Wiring(
                WiredServer.base(home, node, database, clock),
                new Wiring.Variant(new TaskRuntime(clock.both(), Runnable::run), WAITS, steps));
        wiring.firstStart();
        wiring.http().start();
    }

    /** What fails when a test says so. */
    FaultyDatabase database() {
        return database;
    }

    LogStore logs() {
        return wiring.logs();
    }

    /** A client with the administrator's key. */
    Wire wire() {
        return new Wire(wiring.http().uri(), RunningServer.KEY, AnswerCheck.NONE);
    }

    /** Each duty of its node once. */
    void tick() {
        try {
            wiring.node().tick();
        } catch (DatabaseUnavailable unavailable) {
            // A duty's thread logs it and comes again.
        }
    }

    @Override
    public void close() {
        wiring.http().close();
        wiring.executor().close();
        wiring.logs().close();
    }
}
