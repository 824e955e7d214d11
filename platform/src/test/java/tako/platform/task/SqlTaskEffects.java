package tako.platform.task;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Effects in table {@code task_effect}. */
final class SqlTaskEffects implements TaskEffects {
    @Override
    public void add(Tx tx, String task, String what) {
        tx.update("insert into task_effect (task, what) values (:task, :what)")
                .bind("task", task)
                .bind("what", what)
                .execute();
    }

    @Override
    public List<String> of(View view, String task) {
        return view.query("select what from task_effect where task = :task order by what")
                .bind("task", task)
                .mapTo(String.class)
                .list();
    }
}
