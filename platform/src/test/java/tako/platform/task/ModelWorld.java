package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Three nodes, people and time; one seed says what happens in which order. */
final class ModelWorld {
    static final String KIND = "Model";
    private static final int NODES = 3;
    private static final int SELDOM = 12;

    final ModelStorage storage;
    final SplittableRandom random;
    final ModelJudge judge = new ModelJudge(this);
    private final TaskTimings timings;
    private final List<ModelNode> nodes = new ArrayList<>();
    private final ModelPeople people = new ModelPeople(this);
    private final List<String> tasks = new ArrayList<>();
    private final Optional<List<String>> trace;
    private long millis;
    private boolean within;
    private boolean healed;

    ModelWorld(ModelStorage storage, TaskTimings timings, long seed, Optional<List<String>> trace) {
        this.storage = storage;
        this.timings = timings;
        this.random = new SplittableRandom(seed);
        this.trace = trace;
        for (int i = 1; i <= NODES; i++) {
            nodes.add(new ModelNode(this, i));
        }
    }

    TaskTimings timings() {
        return timings;
    }

    /** How much time has really passed. */
    long millis() {
        return millis;
    }

    List<ModelNode> nodes() {
        return nodes;
    }

    ModelPeople people() {
        return people;
    }

    List<String> tasks() {
        return tasks;
    }

    void note(Supplier<String> what) {
        trace.ifPresent(lines -> lines.add(millis + " ms: " + (within ? "  meanwhile " : "") + what.get()));
    }

    void born(String task) {
        tasks.add(task);
    }

    NewTask task(ModelScript script) {
        return new NewTask(KIND, "", 1, script.payload(), 0, Instant.EPOCH, Optional.empty(), List.of());
    }

    TaskRow row(String id) {
        return storage.database()
                .read(view -> storage.store().rows().find(view, id))
                .orElseThrow();
    }

    /** All tasks there are, in one look. */
    List<TaskRow> rows() {
        return storage.database().read(view -> storage.store().rows().find(view, tasks));
    }

    /** Whether a run has lost its task, told by the row itself. */
    boolean lost(OwnedTask run) {
        TaskRow row = row(run.task().id());
        return row.epoch() != run.task().epoch() || row.state().ended();
    }

    ModelNode someNode() {
        return nodes.get(random.nextInt(NODES));
    }

    Optional<String> someTask() {
        return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(random.nextInt(tasks.size())));
    }

    /** Now and then a node stands still between two things while others act. */
    void meanwhile(ModelNode node) {
        if (within || healed || random.nextInt(SELDOM) != 0) {
            return;
        }
        note(() -> node.name() + ": stands still");
        node.stand();
        meanwhile();
        node.goOn();
    }

    void meanwhile() {
        if (within || healed) {
            return;
        }
        within = true;
        try {
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                act();
            }
        } finally {
            within = false;
        }
    }

    /** One thing that happens. */
    void act() {
        int what = random.nextInt(100);
        if (what < 50) {
            duty(someNode());
        } else if (what < 62) {
            pass();
        } else if (what < 86) {
            ask(what);
        } else {
            harm(someNode(), what);
        }
    }

    private void ask(int what) {
        switch (what) {
            case 62, 63, 64, 65, 66, 67 -> people.enqueue();
            case 68, 69, 70 -> people.cancel();
            case 71, 72, 73, 74, 75, 76, 77, 78 -> people.answer();
            case 79, 80 -> people.expire();
            case 81, 82 -> people.wake();
            case 83 -> people.prioritize();
            case 84 -> people.reschedule();
            default -> people.changeEnd();
        }
    }

    private void harm(ModelNode node, int what) {
        note(() -> node.name() + ": harm " + what);
        switch (what) {
            case 86, 87 -> node.pause();
            case 88, 89, 90 -> node.resume();
            case 91, 92 -> node.kill();
            case 93, 94 -> node.start();
            case 95 -> node.cut(true);
            case 96, 97 -> node.cut(false);
            case 98 -> node.clock().jump(Duration.ofSeconds(random.nextInt(-7200, 7200)));
            default -> node.giveBack();
        }
    }

    private void duty(ModelNode node) {
        if (!node.awake()) {
            return;
        }
        int what = random.nextInt(10);
        note(() -> node.name() + ": duty " + what);
        switch (what) {
            case 0 -> node.beat();
            case 1 -> node.look();
            case 2, 3 -> node.claim();
            case 4, 5 -> node.writeEnds();
            default -> {
                for (int left = 1 + random.nextInt(4); left > 0 && node.awake(); left--) {
                    node.step();
                }
            }
        }
    }

    private void pass() {
        switch (random.nextInt(6)) {
            case 0 -> pass(200, 1);
            case 1, 2 -> pass(1000, 1);
            case 3, 4 -> pass(1500, 2);
            default -> pass(2500, 4);
        }
    }

    /** Time passes; what a node's own threads do by the clock, they do, but for a late one now and then. */
    void pass(long step, int times) {
        note(() -> times + " times " + step + " ms pass");
        for (int left = times; left > 0; left--) {
            millis += step;
            for (ModelNode node : nodes) {
                if (node.awake()) {
                    node.guard();
                    if (healed || random.nextInt(5) > 0) {
                        node.beat();
                        node.look();
                    }
                }
            }
        }
    }

    /** Whatever was broken works again, and nothing more breaks. */
    void heal() {
        note(() -> "everything is healed");
        healed = true;
        for (ModelNode node : nodes) {
            node.cut(false);
            node.start();
            node.resume();
            node.clock().setRight();
            node.guard();
        }
    }

    void drain() {
        for (ModelNode node : nodes) {
            node.claim();
            for (int left = 200; left > 0 && !node.idle(); left--) {
                node.step();
            }
            node.writeEnds();
        }
    }
}
