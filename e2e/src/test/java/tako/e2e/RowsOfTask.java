package tako.e2e;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tako.platform.database.Database;

/** Everything that a database holds of one task, read past the server. */
record RowsOfTask(Database database) {
    private static final Map<String, String> TABLES = Map.of(
            "task", "id",
            "run", "task",
            "run_step", "task",
            "run_item", "task",
            "run_output", "task",
            "task_log", "id",
            "task_log_node", "log",
            "task_log_count", "log",
            "task_log_line", "log");

    /** The rows by table, as text, sorted. */
    Map<String, List<String>> of(String task) {
        return database.read(view -> {
            var rows = new TreeMap<String, List<String>>();
            TABLES.forEach((table, column) -> rows.put(
                    table,
                    view
                            .query("select * from " + table + " where " + column + " = :task")
                            .bind("task", task)
                            .mapToMap()
                            .stream()
                            .map(row -> new TreeMap<>(row).toString())
                            .sorted()
                            .toList()));
            return rows;
        });
    }
}
