package tako.platform.task;

import java.util.HashMap;
import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Items in memory. */
final class MemoryItems implements ModelItems {
    private final MemoryTable<String, Map<Integer, String>> items = new MemoryTable<>();

    @Override
    public void put(Tx tx, String task, int item, String state) {
        Map<Integer, String> changed = new HashMap<>(items.find(task).orElse(Map.of()));
        changed.put(item, state);
        items.put(tx, task, changed);
    }

    @Override
    public Map<Integer, String> of(View view, String task) {
        return items.find(task).orElse(Map.of());
    }
}
