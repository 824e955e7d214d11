package tako.server.delivery.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tako.platform.database.Chunks;
import tako.platform.database.View;

/** The questions of tasks that nobody has answered yet, by two statements for every thousand tasks. */
final class PendingQuestions {
    private PendingQuestions() {}

    /** Those of some tasks, oldest first; tasks without one are absent. */
    static Map<String, List<PendingQuestion>> of(View view, Collection<String> tasks) {
        Map<String, List<PendingQuestion>> byTask = new HashMap<>();
        Chunks.of(tasks).forEach(some -> collect(view, some, byTask));
        return byTask;
    }

    private static void collect(View view, List<String> tasks, Map<String, List<PendingQuestion>> byTask) {
        Map<String, List<String>> teams = teams(view, tasks);
        view.query("select id, task, type, title from interruption where task in (<tasks>) and state = 'PENDING'"
                        + " order by number")
                .bindList("tasks", tasks)
                .map((row, context) -> Map.entry(
                        row.getString("task"),
                        new PendingQuestion(
                                row.getString("id"),
                                row.getString("type"),
                                row.getString("title"),
                                teams.getOrDefault(row.getString("id"), List.of()))))
                .forEach(entry -> byTask.computeIfAbsent(entry.getKey(), task -> new ArrayList<>())
                        .add(entry.getValue()));
    }

    /** The names of the responsible teams, by the question's id; the id of a team that is gone. */
    private static Map<String, List<String>> teams(View view, List<String> tasks) {
        Map<String, List<String>> teams = new HashMap<>();
        view.query("""
                        select asked.interruption, coalesce(team.name, asked.team) as team
                        from interruption_team asked
                        join interruption on interruption.id = asked.interruption
                        left join team on team.id_key = lower(asked.team)
                        where interruption.task in (<tasks>) and interruption.state = 'PENDING'
                        order by asked.interruption, asked.position""")
                .bindList("tasks", tasks)
                .map((row, context) -> Map.entry(row.getString("interruption"), row.getString("team")))
                .forEach(entry -> teams.computeIfAbsent(entry.getKey(), question -> new ArrayList<>())
                        .add(entry.getValue()));
        return teams;
    }
}
