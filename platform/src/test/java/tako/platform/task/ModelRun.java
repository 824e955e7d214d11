package tako.platform.task;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tako.platform.database.Tx;

/** A run of a task of the model, which does one small thing whenever it is told to go on. */
final class ModelRun {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String LOCK = "machine";

    private final ModelWorld world;
    private final ModelNode node;
    private final OwnedTask owned;
    private final Consumer<RunEnd> ended;
    private final ModelScript script;
    private Map<Integer, String> found = Map.of();
    private boolean begun;
    private boolean over;
    private int at;
    private int stage;

    ModelRun(ModelWorld world, ModelNode node, OwnedTask owned, Consumer<RunEnd> ended) {
        this.world = world;
        this.node = node;
        this.owned = owned;
        this.ended = ended;
        this.script = ModelScript.of(owned.task());
    }

    TaskRow task() {
        return owned.task();
    }

    ModelNode node() {
        return node;
    }

    /** Whether it would do nothing more under this epoch if it knew what its node knows. */
    boolean knowsToStop() {
        return owned.stopRequested();
    }

    boolean stubborn() {
        return script.stubborn();
    }

    boolean over() {
        return over;
    }

    /** Does the next thing. */
    void step() {
        if (over || (!begun && !begins())) {
            return;
        }
        Optional<TaskResult> result = Optional.empty();
        Optional<Throwable> thrown = Optional.empty();
        try {
            result = next();
        } catch (InterruptedException | RuntimeException e) {
            thrown = Optional.of(e);
        }
        if (result.isPresent() || thrown.isPresent()) {
            end(owned.end(result, thrown));
        }
    }

    private boolean begins() {
        begun = true;
        if (owned.begin(() -> {})) {
            return true;
        }
        end(new RunEnd.NotStarted());
        return false;
    }

    private void end(RunEnd end) {
        over = true;
        world.judge.leave(this);
        world.note(
                () -> node.name() + ": run of " + task().id() + " under epoch " + task().epoch() + " is over: " + end);
        ended.accept(end);
    }

    private Optional<TaskResult> next() throws InterruptedException {
        if (owned.stopRequested() && listens()) {
            throw new InterruptedException();
        }
        if (owned.cancelRequested()) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            found = read();
            at = done();
            return Optional.empty();
        }
        if (at == script.items().length()) {
            return Optional.of(new TaskResult.Succeeded());
        }
        return switch (script.items().charAt(at)) {
            case 'r' -> effect(true);
            case 'o' -> effect(false);
            case 'w' -> row();
            case 'l' -> locked();
            case 'q' -> question();
            case 'c' -> child();
            case 't' -> time();
            case 'f' -> Optional.of(new TaskResult.Failed("by its script"));
            default -> throw new IllegalStateException("thrown by its script");
        };
    }

    /** A stubborn one that was cancelled hangs until it has lost its task. */
    private boolean listens() {
        return !script.stubborn() || (!owned.cancelRequested() && world.lost(owned));
    }

    private Map<Integer, String> read() {
        Map<Integer, String> states =
                new HashMap<>(node.database().read(view -> world.storage.items().of(view, task().id())));
        states.put(-1, ModelItems.DONE);
        return states;
    }

    private int done() {
        int first = 0;
        while (ModelItems.DONE.equals(found.get(first))) {
            first++;
        }
        return first;
    }

    private Optional<TaskResult> effect(boolean repeatable) {
        switch (stage) {
            case 0 -> {
                if (!repeatable && found.containsKey(at)) {
                    return Optional.of(new TaskResult.Failed("It was interrupted and may have run."));
                }
                reach(1, tx -> put(tx, ModelItems.RUNNING));
            }
            case 1 -> {
                world.judge.effect(this, at, repeatable);
                stage = 2;
            }
            default -> finish(tx -> {});
        }
        return Optional.empty();
    }

    private Optional<TaskResult> row() {
        finish(tx -> world.storage.queue().effects().add(tx, task().id(), "row-" + at));
        return Optional.empty();
    }

    private Optional<TaskResult> locked() {
        String item = "item-" + at;
        switch (stage) {
            case 0 -> {
                if (!write(tx -> {
                    put(tx, ModelItems.RUNNING);
                    return node.queue().takeLock(tx, task(), item, LOCK);
                })) {
                    return parked(LOCK, Optional.of(now().plus(PATIENCE)), false);
                }
                stage = 1;
            }
            case 1 -> {
                world.judge.enter(this);
                stage = 2;
            }
            default -> {
                world.judge.leave(this);
                finish(tx -> node.queue().releaseLock(tx, task(), item, LOCK));
            }
        }
        return Optional.empty();
    }

    private Optional<TaskResult> question() {
        if (stage == 0) {
            reach(1, tx -> {
                put(tx, ModelItems.RUNNING);
                world.storage.questions().ask(tx, task().id(), at, deadline());
            });
            return Optional.empty();
        }
        ModelQuestions.Question asked = node.database()
                .read(view -> world.storage.questions().find(view, task().id(), at))
                .orElseThrow();
        return switch (asked.state()) {
            case PENDING ->
                parked(
                        asked.id(),
                        Optional.of(deadline()).filter(deadline -> script.untilDeadline()),
                        script.keepsLocks());
            case PROCEED -> {
                finish(tx -> world.judge.goesOn(this, asked.id()));
                yield Optional.empty();
            }
            case ABORTED, EXPIRED, WITHDRAWN ->
                Optional.of(new TaskResult.Failed(asked.state().name()));
        };
    }

    private Instant deadline() {
        return task().queuedAt().plusSeconds(60);
    }

    private Optional<TaskResult> child() {
        String state = found.getOrDefault(at, "");
        if (state.isEmpty()) {
            String id = write(tx -> {
                String queued = node.queue().enqueue(tx, world.task(ModelScript.child(task().id())));
                put(tx, queued);
                return queued;
            });
            found.put(at, id);
            world.born(id);
            return Optional.empty();
        }
        if (node.database()
                .read(view -> node.queue().find(view, state))
                .orElseThrow()
                .state()
                .ended()) {
            finish(tx -> {});
            return Optional.empty();
        }
        return parked(state, Optional.empty(), script.keepsLocks());
    }

    private Optional<TaskResult> time() {
        String state = found.getOrDefault(at, "");
        if (state.isEmpty()) {
            String until = now().plusSeconds(20).toString();
            reach(0, tx -> put(tx, until));
            found.put(at, until);
            return Optional.empty();
        }
        Instant until = Instant.parse(state);
        if (now().isBefore(until)) {
            return parked("a time", Optional.of(until), script.keepsLocks());
        }
        finish(tx -> {});
        return Optional.empty();
    }

    private Optional<TaskResult> parked(String waitingFor, Optional<Instant> until, boolean keepLocks) {
        return Optional.of(new TaskResult.Parked(waitingFor, until, keepLocks));
    }

    private Instant now() {
        return node.clock().instant();
    }

    private void put(Tx tx, String state) {
        world.storage.items().put(tx, task().id(), at, state);
    }

    private void finish(Consumer<Tx> change) {
        reach(0, tx -> {
            put(tx, ModelItems.DONE);
            change.accept(tx);
        });
        at++;
    }

    private void reach(int next, Consumer<Tx> change) {
        write(tx -> {
            change.accept(tx);
            return true;
        });
        stage = next;
    }

    private <T> T write(Function<Tx, T> change) {
        return owned.write(tx -> {
            world.judge.fenced(tx, this);
            return change.apply(tx);
        });
    }
}
