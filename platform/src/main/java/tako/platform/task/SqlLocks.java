package tako.platform.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The SQL of {@code task_need} (locks a task takes when it is claimed) and {@code task_lock} (who holds a lock). */
final class SqlLocks implements TaskStore.Locks {
    private static final RowMapper<LockHolder> HOLDER =
            (row, context) -> new LockHolder(row.getString("name"), row.getString("task"), row.getString("item"));

    @Override
    public void need(Tx tx, String task, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("insert into task_need (task, name) values (:task, :name)");
        new HashSet<>(names)
                .forEach(name -> batch.bind("task", task).bind("name", name).add());
        batch.execute();
    }

    @Override
    public Map<String, List<String>> needs(View view, Collection<String> tasks) {
        Map<String, List<String>> needs = new HashMap<>();
        if (tasks.isEmpty()) {
            return needs;
        }
        view.query("select task, name from task_need where task in (<tasks>)")
                .bindList("tasks", List.copyOf(tasks))
                .map((row, context) -> Map.entry(row.getString("task"), row.getString("name")))
                .forEach(need -> needs.computeIfAbsent(need.getKey(), task -> new ArrayList<>())
                        .add(need.getValue()));
        return needs;
    }

    @Override
    public List<LockHolder> holders(View view, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return view.query("select name, task, item from task_lock where name in (<names>) order by name")
                .bindList("names", List.copyOf(names))
                .map(HOLDER)
                .list();
    }

    /** The order of their names keeps two nodes from waiting for each other. */
    @Override
    public Set<String> take(Tx tx, Map<String, TaskRow> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Map<String, TaskRow> ordered = new TreeMap<>(wanted);
        PreparedBatch batch = tx.batch("""
                insert into task_lock (name, task, item, epoch) values (:name, :task, '', :epoch)
                on conflict (name) do nothing""");
        ordered.forEach((name, task) -> batch.bind("name", name)
                .bind("task", task.id())
                .bind("epoch", task.epoch() + 1)
                .add());
        int[] counts = batch.execute();
        List<TaskRow> tasks = List.copyOf(ordered.values());
        Set<String> late = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                late.add(tasks.get(i).id());
            }
        }
        release(tx, late);
        return late;
    }

    @Override
    public void renew(Tx tx, Collection<String> tasks) {
        if (!tasks.isEmpty()) {
            tx.update("update task_lock set epoch = (select epoch from task where id = task_lock.task)"
                            + " where task in (<tasks>)")
                    .bindList("tasks", List.copyOf(tasks))
                    .execute();
        }
    }

    @Override
    public boolean take(Tx tx, TaskRow task, String item, String name) {
        return tx.update("""
                                insert into task_lock (name, task, item, epoch) values (:name, :task, :item, :epoch)
                                on conflict (name) do update set epoch = excluded.epoch
                                where task_lock.task = excluded.task and task_lock.item = excluded.item""")
                        .bind("name", name)
                        .bind("task", task.id())
                        .bind("item", item)
                        .bind("epoch", task.epoch())
                        .execute()
                == 1;
    }

    @Override
    public void release(Tx tx, TaskRow task, String item, String name) {
        tx.update("delete from task_lock where name = :name and task = :task and item = :item and epoch = :epoch")
                .bind("name", name)
                .bind("task", task.id())
                .bind("item", item)
                .bind("epoch", task.epoch())
                .execute();
    }

    @Override
    public boolean release(Tx tx, Collection<String> tasks) {
        return !tasks.isEmpty()
                && tx.update("delete from task_lock where task in (<tasks>)")
                                .bindList("tasks", List.copyOf(tasks))
                                .execute()
                        > 0;
    }

    @Override
    public void forget(Tx tx, Collection<String> tasks) {
        if (!tasks.isEmpty()) {
            tx.update("delete from task_need where task in (<tasks>)")
                    .bindList("tasks", List.copyOf(tasks))
                    .execute();
        }
    }
}
