package tako.platform.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * One random interleaving of three nodes of the queue, told by its seed: nodes stop, go on believing, die and come back, lose the database
 * and their clocks jump, while people queue, cancel, answer, wake and change tasks. Then everything is healed, and all must come to its end.
 *
 * @param storage where a seed's rows go
 * @param timings of the nodes
 */
record ModelWalk(LongFunction<ModelStorage> storage, TaskTimings timings) {
    private static final int ACTIONS = 32;
    private static final int ROUNDS = 60;
    private static final long STEP = 2500;
    /** The cancel grace, observed by somebody who looks every {@link #STEP}. */
    private static final long CANCELLED_BY = 17_000;

    private static final long LONGEST = 3_600_000;

    static ModelWalk of(LongFunction<ModelStorage> storage) {
        return new ModelWalk(storage, TaskTimings.standard());
    }

    /** What a walk has come to: the same for a seed on every storage. */
    record Outcome(List<String> broken, List<String> tasks, List<String> trace) {}

    /** Walks, silently. */
    Outcome walk(long seed) {
        return walk(seed, Optional.empty());
    }

    /** The same walk, with all that happened. */
    Outcome told(long seed) {
        return walk(seed, Optional.of(new ArrayList<>()));
    }

    private Outcome walk(long seed, Optional<List<String>> trace) {
        ModelWorld world = new ModelWorld(storage.apply(seed), timings, seed, trace);
        ModelJudge judge = world.judge;
        world.people().enqueue();
        for (int action = 1; action <= ACTIONS && judge.broken().isEmpty(); action++) {
            world.act();
            if (action % 4 == 0) {
                judge.lookAfterActions();
            }
        }
        if (judge.broken().isEmpty()) {
            settle(world);
        }
        return new Outcome(List.copyOf(judge.broken()), ends(world), trace.orElse(List.of()));
    }

    /** Everything ends within a bounded time of a world in which nothing breaks any more. */
    private static void settle(ModelWorld world) {
        if (world.random.nextBoolean()) {
            world.people().answer();
        }
        world.heal();
        List<String> cancelling = cancelling(world);
        long healed = world.millis();
        long idle = STEP;
        for (int left = ROUNDS; left > 0 && open(world) && world.judge.broken().isEmpty(); left--) {
            world.drain();
            boolean runs = world.storage
                            .database()
                            .read(view ->
                                    world.storage.store().leases().running(view).size())
                    > 0;
            idle = runs ? STEP : Math.min(LONGEST, idle * 2);
            world.pass(idle, 1);
            world.people().expire();
            if (!cancelling.isEmpty()
                    && world.millis() - healed > CANCELLED_BY
                    && cancelling(world).stream().anyMatch(cancelling::contains)) {
                world.judge.broken("Cancelled before everything was healed, and still not ended: " + cancelling);
            }
        }
        if (open(world)) {
            world.judge.broken("Not everything has ended");
        }
        world.judge.look();
        if (world.judge.broken().isEmpty()) {
            world.judge.finish();
        }
    }

    private static boolean open(ModelWorld world) {
        return world.rows().stream().anyMatch(task -> !task.state().ended());
    }

    private static List<String> cancelling(ModelWorld world) {
        return world.rows().stream()
                .filter(task -> task.state() == TaskState.CANCELLING)
                .map(TaskRow::id)
                .toList();
    }

    private static List<String> ends(ModelWorld world) {
        Function<TaskRow, String> end = task -> ModelScript.of(task).items() + " " + task.state() + " " + task.epoch()
                + " " + task.attempt() + " " + task.node() + " " + task.endedAt();
        return world.tasks().stream().map(world::row).map(end).collect(Collectors.toList());
    }
}
