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
final class TaskLocks {
    /** The tasks that cannot be claimed because another holds a lock they need; few rows, so it is hashed once. */
    static final String BLOCKED = "select need.task from task_need need join task_lock held on held.name = need.name"
            + " where held.task <> need.task";

    private static final RowMapper<LockHolder> HOLDER =
            (row, context) -> new LockHolder(row.getString("name"), row.getString("task"), row.getString("item"));

    private TaskLocks() {}

    static void need(Tx tx, String task, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("insert into task_need (task, name) values (:task, :name)");
        new HashSet<>(names)
                .forEach(name -> batch.bind("task", task).bind("name", name).add());
        batch.execute();
    }

    /** What each of these tasks needs; tasks that need nothing are absent. */
    static Map<String, List<String>> needs(View view, Collection<String> tasks) {
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

    static List<LockHolder> holders(View view, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return view.query("select name, task, item from task_lock where name in (<names>) order by name")
                .bindList("names", List.copyOf(names))
                .map(HOLDER)
                .list();
    }

    /**
     * Gives the needed locks to the candidates, oldest first, each all or none.
     *
     * @return the candidates that hold all they need
     */
    static List<TaskRow> takeAll(Tx tx, List<TaskRow> candidates) {
        Map<String, List<String>> needs =
                needs(tx, candidates.stream().map(TaskRow::id).toList());
        if (needs.isEmpty()) {
            return candidates;
        }
        Map<String, String> holders = holdersOf(tx, needs);
        Map<String, TaskRow> wanted = new TreeMap<>();
        Set<String> refused = new HashSet<>();
        for (TaskRow task : candidates) {
            List<String> names = needs.getOrDefault(task.id(), List.of());
            if (!names.stream()
                    .allMatch(name -> holders.getOrDefault(name, task.id()).equals(task.id()))) {
                refused.add(task.id());
                continue;
            }
            for (String name : names) {
                if (holders.put(name, task.id()) == null) {
                    wanted.put(name, task);
                }
            }
        }
        refused.addAll(insert(tx, wanted));
        return candidates.stream().filter(task -> !refused.contains(task.id())).toList();
    }

    private static Map<String, String> holdersOf(View view, Map<String, List<String>> needs) {
        Set<String> names = new HashSet<>();
        needs.values().forEach(names::addAll);
        Map<String, String> holders = new HashMap<>();
        holders(view, names).forEach(holder -> holders.put(holder.name(), holder.task()));
        return holders;
    }

    /** In the order of their names, so that two nodes do not wait for each other. Answers the tasks that came too late. */
    private static Set<String> insert(Tx tx, Map<String, TaskRow> wanted) {
        PreparedBatch batch = tx.batch("""
                insert into task_lock (name, task, item, epoch) values (:name, :task, '', :epoch)
                on conflict (name) do nothing""");
        wanted.forEach((name, task) -> batch.bind("name", name)
                .bind("task", task.id())
                .bind("epoch", task.epoch() + 1)
                .add());
        int[] counts = wanted.isEmpty() ? new int[0] : batch.execute();
        List<TaskRow> tasks = List.copyOf(wanted.values());
        Set<String> late = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                late.add(tasks.get(i).id());
            }
        }
        release(tx, late);
        return late;
    }

    /** Locks that a task kept while it did not run belong to its new epoch. */
    static void renew(Tx tx, Collection<String> tasks) {
        if (!tasks.isEmpty()) {
            tx.update("update task_lock set epoch = (select epoch from task where id = task_lock.task)"
                            + " where task in (<tasks>)")
                    .bindList("tasks", List.copyOf(tasks))
                    .execute();
        }
    }

    /** Takes a lock for a part of a running task; true if that part holds it now. */
    static boolean take(Tx tx, TaskRow task, String item, String name) {
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

    static void release(Tx tx, TaskRow task, String item, String name) {
        tx.update("delete from task_lock where name = :name and task = :task and item = :item and epoch = :epoch")
                .bind("name", name)
                .bind("task", task.id())
                .bind("item", item)
                .bind("epoch", task.epoch())
                .execute();
    }

    /** Releases all that these tasks and their parts hold; whether there was anything. */
    static boolean release(Tx tx, Collection<String> tasks) {
        return !tasks.isEmpty()
                && tx.update("delete from task_lock where task in (<tasks>)")
                                .bindList("tasks", List.copyOf(tasks))
                                .execute()
                        > 0;
    }

    /** Forgets what these tasks, which have ended, needed. */
    static void forget(Tx tx, Collection<String> tasks) {
        if (!tasks.isEmpty()) {
            tx.update("delete from task_need where task in (<tasks>)")
                    .bindList("tasks", List.copyOf(tasks))
                    .execute();
        }
    }
}
