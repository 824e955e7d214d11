package tako.platform.task;

import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.View;

/** A storage whose store is another one over the same rows. */
record BrokenStorage(QueueStorage real, TaskStore store) implements QueueStorage {
    @Override
    public Database database() {
        return real.database();
    }

    @Override
    public TaskEffects effects() {
        return real.effects();
    }

    @Override
    public int count(View view, String kind) {
        return real.count(view, kind);
    }

    @Override
    public List<String> violations(View view) {
        return real.violations(view);
    }
}
