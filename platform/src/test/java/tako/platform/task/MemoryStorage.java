package tako.platform.task;

import java.util.List;
import tako.platform.database.View;

/** Everything in memory. */
record MemoryStorage(MemoryDatabase database, MemoryRows rows, TaskStore store, TaskEffects effects)
        implements QueueStorage {
    static MemoryStorage create() {
        MemoryRows rows = new MemoryRows();
        return new MemoryStorage(new MemoryDatabase(), rows, MemoryTaskStore.of(rows), new MemoryTaskEffects());
    }

    @Override
    public int count(View view, String kind) {
        return rows.those(task -> task.kind.equals(kind)).size();
    }

    @Override
    public List<String> violations(View view) {
        return TaskInvariants.violationsOf(
                rows.tasks.all().stream().map(rows::facts).toList());
    }
}
