package tako.platform.task;

import java.util.List;
import tako.platform.database.View;

/** The SQL of the line of queued tasks, and of those whose time has come. */
final class SqlLine implements TaskStore.Line {
    private static final String BEFORE = "other.id <> me.id and (other.priority > me.priority"
            + " or other.priority = me.priority and (other.run_after < me.run_after"
            + " or other.run_after = me.run_after and other.number < me.number))";

    @Override
    public long ahead(View view, String id) {
        return view.query("select count(*) from task other, task me where me.id = :id and other.state = 'QUEUED' and "
                        + BEFORE)
                .bind("id", id)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public List<TaskRow> before(View view, String id, int limit) {
        String shared = """
                select held.task from task_need need join task_lock held on held.name = need.name
                where need.task = :id and held.task <> :id
                union
                select other.id from task_need need join task_need theirs on theirs.name = need.name
                    join task other on other.id = theirs.task join task me on me.id = need.task
                where need.task = :id and other.state = 'QUEUED' and\s""" + BEFORE;
        return view.query("select " + TaskRows.COLUMNS + " from task where id in (" + shared + ")"
                        + " order by case when state = 'QUEUED' then 1 else 0 end, priority desc, run_after, number"
                        + " limit :limit")
                .bind("id", id)
                .bind("limit", limit)
                .map(TaskRows.MAPPER)
                .list();
    }

    @Override
    public List<String> toWake(View view, long now, int most) {
        return ids(view, "ended_at is null and state = 'PARKED' and wake_at <= :now", now, most);
    }

    @Override
    public List<String> expired(View view, long now, int most) {
        return ids(view, "state = 'QUEUED' and started_at is null and expires_at <= :now", now, most);
    }

    private static List<String> ids(View view, String due, long now, int most) {
        return view.query("select id from task where " + due + " order by number limit :most")
                .bind("now", now)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }
}
