package tako.server.infrastructure.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.task.TaskRow;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Documents;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/**
 * The targets of a health task.
 *
 * @param all how many there are
 * @param left those that have no outcome yet, by name
 * @param outcomes the outcomes there are, by the targets' names
 */
record Checked(int all, List<Stored<Machine>> left, Map<String, String> outcomes) {
    /** As many ids as one statement names. */
    private static final int AT_ONCE = 1000;

    static Checked of(View view, Documents<Machine> machines, TaskRow task) {
        Map<String, String> rows = HealthRows.outcomes(view, task.id());
        var left = new ArrayList<Stored<Machine>>();
        var outcomes = new LinkedHashMap<String, String>();
        for (Stored<Machine> target : targets(view, machines, task.space(), List.copyOf(rows.keySet()))) {
            String outcome = rows.getOrDefault(HealthRows.key(target.id()), "");
            if (outcome.isEmpty()) {
                left.add(target);
            } else {
                outcomes.put(target.value().name(), outcome);
            }
        }
        return new Checked(rows.size(), left, outcomes);
    }

    private static List<Stored<Machine>> targets(
            View view, Documents<Machine> machines, String space, List<String> ids) {
        var targets = new ArrayList<Stored<Machine>>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            targets.addAll(
                    machines.list(view, space, ListQuery.ALL.withIds(some)).items());
        }
        return targets;
    }
}
