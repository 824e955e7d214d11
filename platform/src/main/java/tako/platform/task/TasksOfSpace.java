package tako.platform.task;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** All tasks of a space, for when it is deleted. */
public final class TasksOfSpace {
    private TasksOfSpace() {}

    /** Ids of tasks that have not ended, the oldest first, at most so many. */
    public static List<String> open(View view, String space, int most) {
        return view.query(
                        "select id from task where space_id = :space and ended_at is null order by number limit :most")
                .bind("space", space)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /**
     * Removes the tasks of a space, which must all have ended; so none needs or holds a lock. What else points at them goes first.
     *
     * @return their ids
     */
    public static List<String> remove(Tx tx, String space) {
        List<String> ids = tx.query("select id from task where space_id = :space order by number")
                .bind("space", space)
                .mapTo(String.class)
                .list();
        tx.update("delete from task where space_id = :space")
                .bind("space", space)
                .execute();
        return ids;
    }
}
