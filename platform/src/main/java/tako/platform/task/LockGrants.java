package tako.platform.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which candidates of a claim get the locks that they need, each all or none, the first first. Pure.
 *
 * @param refused the ids of those that need a lock which another has
 * @param wanted the locks that are to be taken, and for whom
 */
record LockGrants(Set<String> refused, Map<String, TaskRow> wanted) {
    /**
     * @param needs what each task needs
     * @param held the locks that are held, and by which task
     */
    static LockGrants of(List<TaskRow> candidates, Map<String, List<String>> needs, Map<String, String> held) {
        Map<String, String> holders = new HashMap<>(held);
        Map<String, TaskRow> wanted = new TreeMap<>();
        Set<String> refused = new HashSet<>();
        for (TaskRow task : candidates) {
            List<String> names = needs.getOrDefault(task.id(), List.of());
            if (!names.stream()
                    .allMatch(name -> holders.getOrDefault(name, task.id()).equals(task.id()))) {
                refused.add(task.id());
                continue;
            }
            for (String name : names) {
                if (holders.put(name, task.id()) == null) {
                    wanted.put(name, task);
                }
            }
        }
        return new LockGrants(refused, wanted);
    }
}
