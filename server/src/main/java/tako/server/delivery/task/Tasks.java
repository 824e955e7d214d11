package tako.server.delivery.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
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
    private final TaskWaits waits;
    private final Map<String, TaskByHand> byHand;
    private final Map<String, TaskRerun> reruns;

    /**
     * Tasks.
     *
     * @param byHand what people may ask for, by the kinds of tasks
     * @param reruns how tasks are run again, by their kinds
     */
    public Tasks(
            Engine engine,
            TaskQueue queue,
            TaskSubjects subjects,
            Map<String, TaskByHand> byHand,
            Map<String, TaskRerun> reruns) {
        this.engine = engine;
        this.queue = queue;
        this.lists = new TaskLists(subjects);
        this.waits = new TaskWaits(queue, lists);
        this.byHand = Map.copyOf(byHand);
        this.reruns = Map.copyOf(reruns);
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
        boolean canRerun =
                task.task().state().ended() && reruns.containsKey(task.task().kind());
        return TaskResource.of(task, engine.clock().instant(), canRerun);
    }

    /** A task as other documents show it, described by them. */
    public ObjectNode present(View view, TaskRow row, String description) {
        return engine.mapper().valueToTree(resource(listed(view, row).describedAs(description)));
    }

    private TaskRow require(View view, String space, String id) {
        return queue.find(view, TaskIds.canonical(id))
                .filter(task -> space.isEmpty()
                        || task.space().isEmpty()
                        || task.space().equals(space))
                .orElseThrow(() -> Problem.notFound(id));
    }

    /** Cancels a task; one that has ended stays as it is, and asking again changes nothing: the first who asked is remembered. */
    TaskResource cancel(Principal who, String space, String id) {
        requireFor(who, CANCEL, space, id);
        return change(space, id, (tx, task) -> {
            boolean asked = task.state() == TaskState.CANCELLING;
            switch (queue.cancel(tx, task.id())) {
                case CANCELED, CANCELLING -> {
                    if (!asked) {
                        TaskSubjects.canceled(tx, task.id(), who.username());
                        audit(tx, who, task, "TaskCanceled", "was cancelled by " + who.username());
                    }
                }
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

    /** Does what a task did once more, as a new task. @throws Problem 404, or 400 while it has not ended or for a kind without a way */
    TaskResource rerun(Principal who, String space, String id) {
        TaskRow task = read(space, id).task();
        engine.permissions().require(who, "TaskCreate", task.space());
        TaskRerun rerun = Optional.ofNullable(reruns.get(task.kind()))
                .orElseThrow(() -> Problem.invalid("Task " + task.id() + " (" + task.kind()
                        + ") cannot be run again. Start what it was for once more: that queues a new task."));
        if (!task.state().ended()) {
            throw Problem.invalid("Task " + task.id() + " is " + task.state().wireName()
                    + " and has not ended. Wait for its end, or cancel it, then run it again.");
        }
        return get(who, task.space(), rerun.again(who, task));
    }

    /** The tasks that share a lock with a queued task and go before it, of those that whoever asks may see. */
    Slice<TaskResource> queuedBehind(Principal who, String space, String id, int skip, int take) {
        requireFor(who, VIEW, space, id);
        Set<String> seen = seen(who, space, id);
        return engine.database().read(view -> {
            List<TaskRow> behind = waits.behind(view, require(view, space, id)).stream()
                    .filter(task -> seen.contains(task.space()))
                    .toList();
            List<TaskRow> page = behind.stream().skip(skip).limit(take).toList();
            return new Slice<>(lists.with(view, page), behind.size()).map(this::resource);
        });
    }

    /** What a task waits for, each a sentence; empty when it waits for nothing. */
    List<String> waitsFor(Principal who, String space, String id) {
        requireFor(who, VIEW, space, id);
        Set<String> seen = seen(who, space, id);
        return engine.database().read(view -> {
            ListedTask task = listed(view, require(view, space, id));
            return waits.sentences(view, task, seen, engine.clock().instant());
        });
    }

    /** In which spaces somebody may see the tasks that a task waits for. */
    private Set<String> seen(Principal who, String space, String id) {
        return engine.database().read(view -> waits.spaces(view, require(view, space, id))).stream()
                .filter(other -> engine.permissions().holds(who, VIEW, other))
                .collect(Collectors.toSet());
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
