package tako.platform.task;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Rows that test tasks leave, so that what happened twice or never is seen. */
interface TaskEffects {
    void add(Tx tx, String task, String what);

    /** What a task left, in the order of the alphabet. */
    List<String> of(View view, String task);

    default boolean has(View view, String task, String what) {
        return of(view, task).contains(what);
    }
}
