package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people and faults do in whatever order, the invariants hold after each thing, and in the end everything has ended. */
abstract class TaskPropertiesContract extends OneDatabase {
    private static final int STEPS = 300;
    private static final int NODES = 2;

    private static final class World {
        private final Random random;
        private final TaskFixture tasks;
        private final List<FaultyDatabase> databases = new ArrayList<>();
        private final List<TaskNode> nodes = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();

        World(TaskFixture tasks, long seed) {
            this.tasks = tasks;
            this.random = new Random(seed);
            tasks.listeners.put("Deploy", (tx, task) -> tasks.storage.effects().add(tx, task.id(), "ended"));
            for (int i = 0; i < NODES; i++) {
                databases.add(new FaultyDatabase(tasks.database));
                nodes.add(born(i));
            }
        }

        private TaskNode born(int i) {
            databases.set(i, new FaultyDatabase(tasks.database));
            return new TaskFixture(tasks, databases.get(i))
                    .node("Node-" + i, Runnable::run, TestHandler.of("Deploy", this::run));
        }

        private TaskResult run(TaskRun run) {
            run.change(tx -> tasks.storage.effects().add(tx, "runs", run.task().id()));
            return switch (random.nextInt(6)) {
                case 0 -> new TaskResult.Failed("by chance");
                case 1 -> new TaskResult.Parked("somebody", Optional.of(soon()), random.nextBoolean());
                case 2 -> new TaskResult.Parked("a time", Optional.of(soon()), random.nextBoolean());
                case 3 -> throw new IllegalStateException("thrown by chance");
                default -> new TaskResult.Succeeded();
            };
        }

        private Instant soon() {
            return tasks.clock.instant().plusSeconds(random.nextInt(60));
        }

        void step() {
            int node = random.nextInt(NODES);
            switch (random.nextInt(10)) {
                case 0, 1 -> enqueue();
                case 2 -> some().ifPresent(tasks::cancel);
                case 3 -> some().ifPresent(tasks::wake);
                case 4 -> databases.get(node).goAwayAtWrite(1 + random.nextInt(4), fault());
                case 5 -> databases.get(node).comeBack();
                case 6 -> nodes.set(node, born(node));
                case 7 -> tasks.clock.advance(Duration.ofMillis(random.nextInt(4000)));
                default -> nodes.get(node).tick();
            }
        }

        private void enqueue() {
            Optional<Instant> expiry = random.nextInt(4) == 0 ? Optional.of(soon()) : Optional.empty();
            List<String> locks = random.nextBoolean() ? List.of("tag-" + random.nextInt(2)) : List.of();
            ids.add(tasks.enqueue(new NewTask("Deploy", "", 1, "{}", random.nextInt(3), soon(), expiry, locks)));
        }

        private Optional<String> some() {
            return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
        }

        private FaultyDatabase.Fault fault() {
            return random.nextBoolean() ? FaultyDatabase.Fault.BEFORE_COMMIT : FaultyDatabase.Fault.AFTER_COMMIT;
        }

        void settle() {
            databases.forEach(FaultyDatabase::comeBack);
            for (int i = 0; i < 1000 && !allEnded(); i++) {
                tasks.clock.advance(Duration.ofMillis(900));
                nodes.forEach(TaskNode::tick);
            }
        }

        private boolean allEnded() {
            return ids.stream().allMatch(id -> tasks.state(id).ended());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void random_histories_keep_the_invariants_and_end(long seed) {
        World world = new World(new TaskFixture(storage()), seed);
        for (int step = 0; step < STEPS; step++) {
            world.step();
            assertThat(world.tasks.violations())
                    .as("seed %d, step %d", seed, step)
                    .isEmpty();
        }

        world.settle();

        assertThat(world.tasks.violations()).isEmpty();
        assertThat(world.ids).isNotEmpty().allSatisfy(id -> {
            assertThat(world.tasks.state(id).ended()).isTrue();
            assertThat(world.tasks.effects(id)).containsExactly("ended");
        });
    }
}
