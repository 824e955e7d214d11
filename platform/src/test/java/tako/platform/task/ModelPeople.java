package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tako.platform.database.Tx;
import tako.platform.http.Problem;
import tako.platform.task.ModelQuestions.Question;
import tako.platform.task.ModelQuestions.State;

/** What people do, each through some node's clock. */
final class ModelPeople {
    private static final int MOST_TASKS = 5;
    private static final List<String> LOCKS = List.of("tag-0", "tag-1");

    private final ModelWorld world;
    private int enqueued;

    ModelPeople(ModelWorld world) {
        this.world = world;
    }

    void enqueue() {
        if (enqueued == MOST_TASKS) {
            return;
        }
        enqueued++;
        ModelNode node = world.someNode();
        ModelScript script = ModelScript.random(world.random);
        Instant now = node.clock().instant();
        Instant due = world.random.nextInt(4) == 0 ? soon(now) : now;
        Optional<Instant> expiry = world.random.nextInt(6) == 0 ? Optional.of(soon(due)) : Optional.empty();
        List<String> locks =
                world.random.nextBoolean() ? List.of(LOCKS.get(world.random.nextInt(LOCKS.size()))) : List.of();
        NewTask task =
                new NewTask(ModelWorld.KIND, "", 1, script.payload(), world.random.nextInt(2), due, expiry, locks);
        String id = ask("enqueue " + script, tx -> node.queue().enqueue(tx, task));
        world.born(id);
    }

    private Instant soon(Instant now) {
        return now.plus(Duration.ofSeconds(world.random.nextInt(40)));
    }

    void cancel() {
        ModelNode node = world.someNode();
        world.someTask().ifPresent(id -> ask("cancel " + id, tx -> node.queue().cancel(tx, id)));
    }

    void wake() {
        ModelNode node = world.someNode();
        world.someTask().ifPresent(id -> ask("wake " + id, tx -> node.queue().wake(tx, id)));
    }

    void prioritize() {
        ModelNode node = world.someNode();
        world.someTask()
                .ifPresent(id -> perhaps("prioritize " + id, tx -> {
                    node.queue().prioritize(tx, id);
                    return true;
                }));
    }

    void reschedule() {
        ModelNode node = world.someNode();
        Instant due = soon(node.clock().instant());
        world.someTask()
                .ifPresent(id -> perhaps("reschedule " + id, tx -> {
                    node.queue().reschedule(tx, id, due, Optional.empty());
                    return true;
                }));
    }

    void changeEnd() {
        ModelNode node = world.someNode();
        world.someTask().ifPresent(id -> {
            TaskState to = world.row(id).state() == TaskState.SUCCESS ? TaskState.FAILED : TaskState.SUCCESS;
            if (perhaps("change the end of " + id, tx -> node.queue().changeState(tx, id, to, "by hand"))) {
                world.judge.changedByHand(id);
            }
        });
    }

    /** Reads what waits for an answer, and answers; others may be faster. */
    void answer() {
        List<Question> pending =
                world.storage.database().read(view -> world.storage.questions().pending(view));
        if (pending.isEmpty()) {
            return;
        }
        Question question = pending.get(world.random.nextInt(pending.size()));
        boolean proceed = world.random.nextInt(3) > 0;
        String person = "Users-" + (1 + world.random.nextInt(3));
        world.meanwhile();
        ModelNode node = world.someNode();
        boolean first = ask(
                person + " answers " + question.id() + " " + proceed,
                tx -> world.storage.questions().answer(tx, node.queue(), question.id(), person, proceed));
        if (first) {
            world.judge.decided(question.id(), proceed ? State.PROCEED : State.ABORTED);
        }
    }

    void expire() {
        ModelNode node = world.someNode();
        Instant now = node.clock().instant();
        ask("expire at " + now, tx -> world.storage.questions().expire(tx, node.queue(), now))
                .forEach(id -> world.judge.decided(id, State.EXPIRED));
    }

    private boolean perhaps(String what, Function<Tx, Object> change) {
        try {
            ask(what, change);
            return true;
        } catch (Problem e) {
            world.note(() -> "refused: " + e.getMessage());
            return false;
        }
    }

    private <T> T ask(String what, Function<Tx, T> change) {
        T result = world.storage.database().write(change);
        world.note(() -> what + " = " + result);
        world.judge.committed();
        return result;
    }
}
