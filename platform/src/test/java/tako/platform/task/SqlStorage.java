package tako.platform.task;

import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.View;

/** Tables of a database with the migrations of the platform and of {@code db/migration/tasktest}. */
record SqlStorage(Database database, TaskStore store, TaskEffects effects) implements QueueStorage {
    static SqlStorage in(Database database) {
        return new SqlStorage(database, SqlTaskStore.create(), new SqlTaskEffects());
    }

    @Override
    public int count(View view, String kind) {
        return view.query("select count(*) from task where kind = :kind")
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public List<String> violations(View view) {
        return TaskInvariants.violations(view);
    }
}
