package tako.server.delivery.task;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.resource.Slice;

/** The SQL of lists of tasks. The number of statements does not grow with the tasks. */
final class TaskLists {
    private static final String COLUMNS =
            "t.id, t.kind, t.space_id as space, t.state, t.priority, t.queued_at, t.run_after, t.expires_at, t.started_at,"
                    + " t.ended_at, t.cancel_requested_at, t.node, t.epoch, t.attempt, t.waiting_for, t.reason, t.format,"
                    + " t.payload";

    private final TaskSubjects subjects;

    TaskLists(TaskSubjects subjects) {
        this.subjects = subjects;
    }

    /** Tasks, the newest first. */
    Slice<ListedTask> page(View view, String space, TaskQuery query) {
        int total = TaskFilter.of(query)
                .in(space)
                .select(view, "count(*)", "")
                .mapTo(Integer.class)
                .one();
        List<TaskRow> rows = TaskFilter.of(query)
                .in(space)
                .select(view, COLUMNS, " order by t.number desc limit :take offset :skip")
                .bind("take", query.take())
                .bind("skip", query.skip())
                .mapTo(TaskRow.class)
                .list();
        return new Slice<>(with(view, rows), total);
    }

    /** Tasks with what they are about. */
    List<ListedTask> with(View view, List<TaskRow> rows) {
        List<String> ids = rows.stream().map(TaskRow::id).toList();
        Map<String, TaskSubjects.Known> known = subjects.of(view, ids);
        Map<String, List<PendingQuestion>> pending = PendingQuestions.of(view, ids);
        return rows.stream()
                .map(row -> listed(
                        row,
                        known.getOrDefault(row.id(), new TaskSubjects.Known(TaskSubject.of(row.kind()), false, "")),
                        pending.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static ListedTask listed(TaskRow row, TaskSubjects.Known about, List<PendingQuestion> pending) {
        return new ListedTask(row, about.subject(), about.warned(), about.canceledBy(), pending);
    }

    /** How many tasks there are in each state, whatever states are asked for; in a space ("" for all), or in all others. */
    TaskCounts counts(View view, String space, TaskQuery query, boolean others) {
        TaskFilter filter = TaskFilter.of(query.inAnyState());
        if (others && space.isEmpty()) {
            return TaskCounts.NONE;
        }
        Map<TaskState, TaskCounts.InState> counts = new EnumMap<>(TaskState.class);
        String columns = "t.state as state, count(*) as many, sum(case when " + TaskFilter.PENDING
                + " then 1 else 0 end) as asking";
        (others ? filter.notIn(space) : filter.in(space))
                .select(view, columns, " group by t.state")
                .map((row, context) -> Map.entry(
                        TaskState.valueOf(row.getString("state")),
                        new TaskCounts.InState(row.getInt("many"), row.getInt("asking"))))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return TaskCounts.of(counts);
    }

    /** The kinds of tasks there have been. */
    List<String> kinds(View view) {
        return view.query("select distinct kind from task order by kind")
                .mapTo(String.class)
                .list();
    }
}
