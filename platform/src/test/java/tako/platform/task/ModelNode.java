package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.platform.database.Tx;

/** A node of the model: one process after another, which is stopped, killed and started, and does one duty at a time. */
final class ModelNode {
    private final ModelWorld world;
    private final String name;
    private final ModelClock clock;
    private final TaskQueue queue;
    private final List<ModelRun> runs = new ArrayList<>();
    private ModelDatabase database;
    private NodeWork work;
    private boolean up = true;
    private boolean paused;
    private boolean standing;
    private boolean cutOff;
    private boolean guarded;

    ModelNode(ModelWorld world, int number) {
        this.world = world;
        this.name = "Node-" + number;
        this.clock = new ModelClock(world::millis, Duration.ofHours(7L * number));
        this.queue = new TaskQueue(
                world.storage.store(), clock, TaskLimits.standard(), Map.of(ModelWorld.KIND, this::ended));
        this.database = new ModelDatabase(world, this);
        this.work = work();
    }

    private NodeWork work() {
        TaskNodeSettings settings = new TaskNodeSettings(name, 2, 0, world.timings());
        RunStarter starter = (task, handler, ended) -> runs.add(new ModelRun(world, this, task, ended));
        TestHandler handler = TestHandler.of(ModelWorld.KIND, run -> {
            throw new IllegalStateException("Runs of the model are driven step by step.");
        });
        return new NodeWork(
                new NodeWork.Means(database, queue, settings, clock.both(), starter, new Bell()), List.of(handler));
    }

    private void ended(Tx tx, TaskRow task) {
        world.storage.queue().effects().add(tx, task.id(), "ended");
        world.storage.questions().withdraw(tx, task.id());
        ModelScript.of(task).parent().ifPresent(parent -> queue.wake(tx, parent));
    }

    String name() {
        return name;
    }

    ModelClock clock() {
        return clock;
    }

    TaskQueue queue() {
        return queue;
    }

    Database database() {
        return database;
    }

    boolean owns(String task, long epoch) {
        return work.owned().find(task, epoch).isPresent();
    }

    boolean is(ModelDatabase process) {
        return database == process;
    }

    boolean cutOff() {
        return cutOff;
    }

    /** Whether its guard has looked at its leases since it last stood still. */
    boolean guarded() {
        return guarded;
    }

    boolean awake() {
        return up && !paused && !standing;
    }

    /** As SIGSTOP does. */
    void pause() {
        paused = true;
        guarded = false;
    }

    void resume() {
        paused = false;
    }

    /** Stands still in the middle of what it does. */
    void stand() {
        standing = true;
        guarded = false;
    }

    void goOn() {
        standing = false;
    }

    void cut(boolean off) {
        cutOff = off;
    }

    /** As SIGKILL does. */
    void kill() {
        database.die();
        runs.forEach(world.judge::leave);
        runs.clear();
        up = false;
    }

    void start() {
        if (!up) {
            database = new ModelDatabase(world, this);
            work = work();
            up = true;
        }
    }

    void guard() {
        work.guard();
        guarded = true;
    }

    void beat() {
        attempt(work::beat);
    }

    void look() {
        attempt(work::look);
    }

    void claim() {
        attempt(work::claim);
    }

    void writeEnds() {
        attempt(work::writeEnds);
    }

    void giveBack() {
        work.giveBackWaiting();
        work.giveBackRunning();
    }

    private void attempt(Runnable duty) {
        try {
            duty.run();
        } catch (DatabaseUnavailable e) {
            world.note(() -> name + ": finds no database");
        } catch (RuntimeException e) {
            world.judge.broken(name + " threw " + e);
        }
    }

    boolean idle() {
        return runs.isEmpty();
    }

    /** Lets one of its runs do its next thing. */
    void step() {
        if (!runs.isEmpty()) {
            ModelRun run = runs.get(world.random.nextInt(runs.size()));
            attempt(run::step);
            runs.removeIf(ModelRun::over);
        }
    }
}
