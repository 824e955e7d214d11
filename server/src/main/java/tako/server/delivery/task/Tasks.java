package tako.server.delivery.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.platform.task.CancelOutcome;
import tako.platform.task.LockHolder;
import tako.platform.task.QueuePosition;
import tako.platform.task.TaskQueue;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.Slice;
import tools.jackson.databind.node.ObjectNode;

/** Tasks: listed, looked at, cancelled, moved up, and set right by hand. A space of "" means every space. */
public final class Tasks {
    private static final String VIEW = "TaskView";
    private static final String EDIT = "TaskEdit";
    private static final String CANCEL = "TaskCancel";

    private final Engine engine;
    private final TaskQueue queue;
    private final TaskLists lists;
    private final Map<String, TaskByHand> byHand;

    /** @param byHand what people may ask for, by the kinds of tasks */
    public Tasks(Engine engine, TaskQueue queue, TaskSubjects subjects, Map<String, TaskByHand> byHand) {
        this.engine = engine;
        this.queue = queue;
        this.lists = new TaskLists(subjects);
        this.byHand = Map.copyOf(byHand);
    }

    /**
     * A task that somebody asks for.
     *
     * @param name its kind
     * @param space where, for addresses without a space
     * @param description "" for the usual
     */
    record Wanted(String name, String space, String description, ObjectNode arguments) {}

    /**
     * Some tasks, with how many there are in each state.
     *
     * @param here in the space, or everywhere
     * @param elsewhere in other spaces
     */
    record Listing(Slice<TaskResource> tasks, TaskCounts here, TaskCounts elsewhere) {}

    /** Tasks of a space, the newest first. */
    Listing list(Principal who, String space, TaskQuery query) {
        engine.permissions().require(who, VIEW, space);
        return engine.database()
                .read(view -> new Listing(
                        lists.page(view, space, query).map(this::resource),
                        lists.counts(view, space, query, false),
                        lists.counts(view, space, query, true)));
    }

    /** A task. @throws Problem 404 */
    TaskResource get(Principal who, String space, String id) {
        return resource(listed(who, space, id));
    }

    /** A task with what it is about. @throws Problem 404 */
    ListedTask listed(Principal who, String space, String id) {
        ListedTask task = read(space, id);
        engine.permissions().require(who, VIEW, task.task().space());
        return task;
    }

    private ListedTask read(String space, String id) {
        return engine.database().read(view -> listed(view, require(view, space, id)));
    }

    private ListedTask listed(View view, TaskRow row) {
        return lists.with(view, List.of(row)).getFirst();
    }

    /** A task as clients read it. */
    TaskResource resource(ListedTask task) {
        return TaskResource.of(task, engine.clock().instant());
    }

    /** A task as other documents show it, described by them. */
    public ObjectNode present(View view, TaskRow row, String description) {
        ListedTask listed = listed(view, row);
        TaskSubject about = listed.subject();
        TaskSubject described = new TaskSubject(description, about.arguments(), about.about(), about.related());
        return engine.mapper().valueToTree(resource(new ListedTask(row, described, listed.warned())));
    }

    private TaskRow require(View view, String space, String id) {
        return queue.find(view, TaskIds.canonical(id))
                .filter(task -> space.isEmpty()
                        || task.space().isEmpty()
                        || task.space().equals(space))
                .orElseThrow(() -> Problem.notFound(id));
    }

    /** Cancels a task; one that has ended stays as it is. */
    TaskResource cancel(Principal who, String space, String id) {
        requireFor(who, CANCEL, space, id);
        return change(space, id, (tx, task) -> {
            CancelOutcome outcome = queue.cancel(tx, task.id());
            switch (outcome) {
                case CANCELED, CANCELLING -> audit(tx, who, task, "TaskCanceled", "was cancelled");
                case HAD_ENDED -> {}
            }
        });
    }

    /** Turns the end of a task from success to failure or back. @throws Problem 400 for any other change, or without a reason */
    TaskResource changeState(Principal who, String space, String id, String state, String reason) {
        requireFor(who, EDIT, space, id);
        TaskState wanted = TaskIds.state(state)
                .orElseThrow(
                        () -> Problem.invalid(
                                "State: '" + state
                                        + "' is not a state that a task can be set to. Send {\"State\": \"Failed\", \"Reason\": \"…\"}."));
        return change(space, id, (tx, task) -> {
            queue.changeState(tx, task.id(), wanted, reason);
            audit(tx, who, task, "Modified", "was set to " + wanted.wireName() + ": " + reason);
        });
    }

    /** Moves a queued task before all others. @throws Problem 409 for one that is not queued */
    TaskResource prioritize(Principal who, String space, String id) {
        requireFor(who, EDIT, space, id);
        return change(space, id, (tx, task) -> {
            queue.prioritize(tx, task.id());
            audit(tx, who, task, "Modified", "was moved to the top of the queue");
        });
    }

    /** Tasks cannot be run again: what they belong to is deployed again. @throws Problem always: 404, or 400 with the way out */
    TaskResource rerun(Principal who, String space, String id) {
        engine.permissions().require(who, "TaskCreate", space);
        TaskRow task = read(space, id).task();
        throw Problem.invalid("Task " + task.id() + " (" + task.kind()
                + ") cannot be run again. To repeat a deployment, deploy the release again.");
    }

    /** The tasks that share a lock with a queued task and go before it. */
    Slice<TaskResource> queuedBehind(Principal who, String space, String id, int skip, int take) {
        requireFor(who, VIEW, space, id);
        return engine.database().read(view -> {
            TaskRow task = require(view, space, id);
            List<TaskRow> behind = queue.queuedBehind(view, task.id())
                    .map(QueuePosition::behind)
                    .orElse(List.of());
            List<TaskRow> page = behind.stream().skip(skip).limit(take).toList();
            return new Slice<>(lists.with(view, page), behind.size()).map(this::resource);
        });
    }

    /** What a task waits for, each a sentence; empty when it waits for nothing. */
    List<String> waitsFor(Principal who, String space, String id) {
        requireFor(who, VIEW, space, id);
        return engine.database().read(view -> {
            TaskRow task = require(view, space, id);
            if (task.state() == TaskState.PARKED) {
                return List.of("Waits for " + task.waitingFor() + ".");
            }
            Optional<QueuePosition> position = queue.queuedBehind(view, task.id());
            return position.map(at -> sentences(task, at)).orElse(List.of());
        });
    }

    private List<String> sentences(TaskRow task, QueuePosition position) {
        if (task.runAfter().isAfter(engine.clock().instant())) {
            return List.of("Waits for its time, " + HumanTime.of(task.runAfter()) + ".");
        }
        List<String> locks = position.heldLocks().stream()
                .map(LockHolder::task)
                .distinct()
                .map(holder -> "Waits for " + holder + ", which deploys to the same place.")
                .toList();
        return locks.isEmpty() ? List.of("Waits for a free slot; " + position.ahead() + " tasks go before it.") : locks;
    }

    /** The kinds of tasks there have been. */
    List<String> kinds(Principal who, String space) {
        engine.permissions().require(who, VIEW, space);
        return engine.database().read(lists::kinds);
    }

    /** Queues a task that somebody asks for. @throws Problem 400 for a kind that people cannot ask for, or arguments that say nothing usable */
    TaskResource create(Principal who, String addressed, Wanted wanted) {
        TaskByHand kind = byHand(wanted.name());
        String space = kind.ofServer() ? "" : addressed.isEmpty() ? space(wanted.space()) : addressed;
        engine.permissions().require(who, "TaskCreate", space);
        kind.permissions().forEach(permission -> engine.permissions().require(who, permission, space));
        ListedTask queued = engine.database().write(tx -> {
            String id = kind.queueing().queue(tx, space, wanted.description(), wanted.arguments());
            tx.afterCommit(() -> engine.notices().changed("ServerTask", space, id));
            return listed(tx, require(tx, space, id));
        });
        return resource(queued);
    }

    private TaskByHand byHand(String name) {
        return byHand.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid(
                                "Tasks of the kind '" + name
                                        + "' cannot be created by hand. A deployment queues its own task: POST /api/{space}/deployments."));
    }

    private String space(String id) {
        return engine.catalogue()
                .kindOf(id)
                .filter(kind -> !kind.spaced())
                .map(kind -> engine.database().read(view -> engine.catalogue().names(view, kind, List.of(id))))
                .flatMap(names -> names.keySet().stream().findFirst())
                .orElseThrow(() -> Problem.invalid("SpaceId: '" + id
                        + "' is no space. Say in which one, for example {\"SpaceId\": \"Spaces-1\"}."));
    }

    /** Addresses without a space reach tasks of all: what counts is where the task lies. */
    private void requireFor(Principal who, String permission, String space, String id) {
        engine.permissions().require(who, permission, read(space, id).task().space());
    }

    private interface Change {
        void make(Tx tx, TaskRow task);
    }

    private TaskResource change(String space, String id, Change change) {
        ListedTask changed = engine.database().write(tx -> {
            TaskRow task = require(tx, space, id);
            change.make(tx, task);
            tx.afterCommit(() -> engine.notices().changed("ServerTask", task.space(), task.id()));
            return listed(tx, require(tx, space, id));
        });
        return resource(changed);
    }

    private void audit(Tx tx, Principal who, TaskRow task, String category, String what) {
        ListedTask listed = listed(tx, task);
        String message = "Task " + listed.subject().description() + " " + what;
        List<String> regards = Stream.concat(Stream.of(task.id()), listed.subject().related().stream())
                .toList();
        engine.audit().record(tx, who, AuditLog.Entry.of(category, task.space(), message, regards));
    }
}
