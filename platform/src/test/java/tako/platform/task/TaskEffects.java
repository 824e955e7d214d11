package tako.platform.task;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Rows that test tasks leave in table {@code task_effect}, so that what happened twice or never is seen. */
final class TaskEffects {
    private TaskEffects() {}

    static void add(Tx tx, String task, String what) {
        tx.update("insert into task_effect (task, what) values (:task, :what)")
                .bind("task", task)
                .bind("what", what)
                .execute();
    }

    static List<String> of(View view, String task) {
        return view.query("select what from task_effect where task = :task order by what")
                .bind("task", task)
                .mapTo(String.class)
                .list();
    }

    static boolean has(View view, String task, String what) {
        return of(view, task).contains(what);
    }
}
