package tako.server.delivery.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Chunks;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows that say what tasks are about. Whoever queues a task records its subject in the same transaction; lists and filters of tasks
 * then need no other table, and no knowledge of whose they are.
 */
public final class TaskSubjects {
    private static final TypeReference<Map<String, String>> ARGUMENTS = new TypeReference<>() {};

    private final JsonMapper mapper;

    public TaskSubjects(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Records what a task is about. */
    public void record(Tx tx, String task, TaskSubject subject) {
        tx.update("""
                        insert into task_subject (task, description, project, environment, tenant, runbook, related, arguments)
                        values (:task, :description, :project, :environment, :tenant, :runbook, :related, :arguments)""")
                .bind("task", task)
                .bind("description", subject.description())
                .bind("project", subject.about().project())
                .bind("environment", subject.about().environment())
                .bind("tenant", subject.about().tenant())
                .bind("runbook", subject.about().runbook())
                .bind("related", String.join(" ", subject.related()))
                .bind("arguments", mapper.writeValueAsString(subject.arguments()))
                .execute();
    }

    /** Remembers that the log of a task has warnings or errors. */
    public static void warned(Tx tx, String task) {
        tx.update("update task_subject set warned = 1 where task = :task and warned = 0")
                .bind("task", task)
                .execute();
    }

    /** What a task is about, for people: {@code Deploy Random Quotes release 1.2.3 to Test}; empty for one without a subject. */
    public static Optional<String> description(View view, String task) {
        return view.query("select description from task_subject where task = :task")
                .bind("task", task)
                .mapTo(String.class)
                .findOne();
    }

    /** Remembers who asked first that a task be cancelled. */
    static void canceled(Tx tx, String task, String username) {
        tx.update("update task_subject set canceled_by = :username where task = :task and canceled_by = ''")
                .bind("task", task)
                .bind("username", username)
                .execute();
    }

    /** Who asked that a task be cancelled, for its log; empty when nobody did. */
    public static Optional<String> canceledBy(View view, String task) {
        return view.query("select canceled_by from task_subject where task = :task and canceled_by <> ''")
                .bind("task", task)
                .mapTo(String.class)
                .findOne();
    }

    /**
     * What is known of a task.
     *
     * @param warned whether its log has warnings or errors
     * @param canceledBy who asked that it be cancelled; "" for nobody
     */
    record Known(TaskSubject subject, boolean warned, String canceledBy) {}

    /** What is known of some tasks; those without a subject are absent. */
    Map<String, Known> of(View view, Collection<String> tasks) {
        Map<String, Known> known = new HashMap<>();
        Chunks.of(tasks).forEach(some -> known.putAll(few(view, some)));
        return known;
    }

    private Map<String, Known> few(View view, List<String> tasks) {
        Map<String, Known> known = new HashMap<>();
        view.query("select * from task_subject where task in (<tasks>)")
                .bindList("tasks", tasks)
                .map((row, context) -> Map.entry(
                        row.getString("task"),
                        new Known(
                                new TaskSubject(
                                        row.getString("description"),
                                        mapper.readValue(row.getString("arguments"), ARGUMENTS),
                                        new TaskSubject.About(
                                                row.getString("project"),
                                                row.getString("environment"),
                                                row.getString("tenant"),
                                                row.getString("runbook")),
                                        words(row.getString("related"))),
                                row.getInt("warned") == 1,
                                row.getString("canceled_by"))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
