package tako.platform.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import tako.platform.database.Tx;
import tako.platform.task.ModelQuestions.Question;
import tako.platform.task.TaskMoves.Mover;

/** Sees everything that happens in a walk, also what no row shows, and says what must not have happened. */
final class ModelJudge {
    private static final long TAKE_OVER_AFTER =
            TaskTimings.standard().takeOverAfter().toMillis();

    private final ModelWorld world;
    private final List<String> broken = new ArrayList<>();
    private final Map<String, MemoryTask> seen = new HashMap<>();
    private final Map<String, Long> lastSign = new HashMap<>();
    private final Map<String, Set<Long>> effects = new HashMap<>();
    private final Set<ModelRun> inside = new HashSet<>();
    private final Map<String, List<ModelQuestions.State>> decisions = new HashMap<>();
    private final Map<String, Integer> changedByHand = new HashMap<>();

    ModelJudge(ModelWorld world) {
        this.world = world;
    }

    void broken(String what) {
        broken.add(what);
        world.note(() -> "BROKEN: " + what);
    }

    List<String> broken() {
        return broken;
    }

    /** After a commit of a node. */
    void committed(ModelDatabase process, ModelNode node) {
        committed((before, task) -> {
            if (task.losses > before.losses && !(node.is(process) && node.owns(task.id, before.epoch))) {
                takenOver(task, node);
            }
        });
    }

    /** After a commit of a person. */
    void committed() {
        committed((before, task) -> {});
    }

    private void committed(BiConsumer<MemoryTask, MemoryTask> change) {
        world.storage
                .watched()
                .ifPresent(rows -> rows.tasks.all().forEach(task -> {
                    MemoryTask before = seen.put(task.id, task);
                    if (before != null && before != task) {
                        moved(before, task);
                        change.accept(before, task);
                    }
                    if (before != task) {
                        broken.addAll(TaskInvariants.violationsOf(List.of(rows.facts(task))));
                    }
                }));
    }

    private void moved(MemoryTask before, MemoryTask task) {
        boolean allowed = before.state == task.state
                || TaskMoves.allowed(before.state, task.state, Mover.ENGINE)
                || TaskMoves.allowed(before.state, task.state, Mover.PERSON);
        boolean claimed = before.state == TaskState.QUEUED && task.state == TaskState.EXECUTING;
        if (!allowed || task.epoch != before.epoch + (claimed ? 1 : 0)) {
            broken(task.id + " went from " + before.state + "/" + before.epoch + " to " + task.state + "/"
                    + task.epoch);
        }
        if (claimed || task.beat != before.beat) {
            lastSign.put(task.id, world.millis());
        }
    }

    private void takenOver(MemoryTask task, ModelNode by) {
        long silent = world.millis() - lastSign.getOrDefault(task.id, 0L);
        if (silent < TAKE_OVER_AFTER) {
            broken(by.name() + " took " + task.id + " over " + silent + " ms after its node's last sign of life");
        }
    }

    /** In a fenced write: the fence has held. */
    void fenced(Tx tx, ModelRun run) {
        TaskRow row = world.storage.store().rows().find(tx, run.task().id()).orElseThrow();
        if (!current(row, run)) {
            broken("A stale run of " + row.id() + " under epoch " + run.task().epoch() + " wrote; the row is "
                    + row.state() + "/" + row.epoch());
        }
    }

    private static boolean current(TaskRow row, ModelRun run) {
        return row.epoch() == run.task().epoch()
                && (row.state() == TaskState.EXECUTING || row.state() == TaskState.CANCELLING);
    }

    private TaskRow row(ModelRun run) {
        return world.storage
                .database()
                .read(view -> world.storage.store().rows().find(view, run.task().id()))
                .orElseThrow();
    }

    /** An effect outside, which no transaction takes back. */
    void effect(ModelRun run, int item, boolean repeatable) {
        String id = run.task().id();
        Set<Long> epochs = effects.computeIfAbsent(id + "/" + item, key -> new HashSet<>());
        boolean again = !epochs.add(run.task().epoch());
        if (again || (!repeatable && epochs.size() > 1)) {
            broken("Effect " + item + " of " + id + " happened again under epoch "
                    + run.task().epoch() + "; epochs " + epochs);
        }
        onlyIfUnaware(run, "had an effect");
    }

    /** A run whose task went to another may act only before it could know: its node stood still, or it does not listen. */
    private void onlyIfUnaware(ModelRun run, String what) {
        TaskRow row = row(run);
        boolean taken = row.epoch() != run.task().epoch() || row.state() == TaskState.QUEUED;
        if (taken && run.node().guarded() && !run.stubborn()) {
            broken(run.node().name() + ": a run of " + row.id() + " under epoch "
                    + run.task().epoch() + " " + what + " although the row is " + row.state() + "/" + row.epoch());
        }
    }

    /** A run does what only the holder of the lock may do. */
    void enter(ModelRun run) {
        for (ModelRun other : inside) {
            if (current(row(other), other) && current(row(run), run)) {
                broken(run.task().id() + " and " + other.task().id() + " hold the same lock");
            }
        }
        onlyIfUnaware(run, "entered a lock");
        inside.add(run);
    }

    void leave(ModelRun run) {
        inside.remove(run);
    }

    void decided(String question, ModelQuestions.State how) {
        decisions.computeIfAbsent(question, id -> new ArrayList<>()).add(how);
    }

    /** A run goes on past a question. */
    void goesOn(ModelRun run, String question) {
        if (!decisions.getOrDefault(question, List.of()).equals(List.of(ModelQuestions.State.PROCEED))) {
            broken(run.task().id() + " goes on past " + question + ", decided " + decisions.get(question));
        }
    }

    void changedByHand(String task) {
        changedByHand.merge(task, 1, Integer::sum);
    }

    /** After some actions on a database, whose single commits it does not see. */
    void lookAfterActions() {
        if (world.storage.watched().isEmpty()) {
            look();
        }
    }

    /** At everything. */
    void look() {
        broken.addAll(
                world.storage.database().read(view -> world.storage.queue().violations(view)));
    }

    /** When everything is over. */
    void finish() {
        for (TaskRow task : world.rows()) {
            String id = task.id();
            List<String> left = world.storage
                    .database()
                    .read(view -> world.storage.queue().effects().of(view, id));
            Map<Integer, String> items =
                    world.storage.database().read(view -> world.storage.items().of(view, id));
            told(task, left);
            rows(task, left, items);
            questions(task, items);
        }
    }

    private void told(TaskRow task, List<String> left) {
        long told = left.stream().filter("ended"::equals).count();
        if (told != 1 + changedByHand.getOrDefault(task.id(), 0)) {
            broken("The end of " + task.id() + " was told " + told + " times");
        }
        if (task.reason().startsWith("Its end could not be recorded")) {
            broken("The end of " + task.id() + " could not be recorded");
        }
    }

    private void rows(TaskRow task, List<String> left, Map<Integer, String> items) {
        String script = ModelScript.of(task).items();
        boolean byHand = changedByHand.containsKey(task.id());
        for (int i = 0; i < script.length(); i++) {
            String row = "row-" + i;
            boolean done = ModelItems.DONE.equals(items.get(i));
            long times = left.stream().filter(row::equals).count();
            if (script.charAt(i) == 'w' && times != (done ? 1 : 0)) {
                broken(task.id() + " wrote " + row + " " + times + " times");
            }
            if (task.state() == TaskState.SUCCESS && !byHand && !done) {
                broken(task.id() + " succeeded without its item " + i);
            }
        }
    }

    private void questions(TaskRow task, Map<Integer, String> items) {
        String script = ModelScript.of(task).items();
        for (int i = 0; i < script.length(); i++) {
            int item = i;
            if (script.charAt(item) == 'q') {
                world.storage
                        .database()
                        .read(view -> world.storage.questions().find(view, task.id(), item))
                        .ifPresent(question -> question(task, question, items));
            }
        }
    }

    private void question(TaskRow task, Question question, Map<Integer, String> items) {
        List<ModelQuestions.State> made = decisions.getOrDefault(question.id(), List.of());
        boolean one = switch (question.state()) {
            case PENDING -> false;
            case WITHDRAWN -> made.isEmpty();
            case PROCEED, ABORTED, EXPIRED -> made.equals(List.of(question.state()));
        };
        if (!one) {
            broken(question + " of " + task.state() + " was decided " + made);
        }
        boolean wentOn = ModelItems.DONE.equals(items.get(question.item())) || items.containsKey(question.item() + 1);
        if (question.state() != ModelQuestions.State.PROCEED
                && (wentOn || (task.state() == TaskState.SUCCESS && !changedByHand.containsKey(task.id())))) {
            broken(task.id() + " went on past " + question);
        }
    }
}
