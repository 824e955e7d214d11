package tako.platform.task;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.MemoryRows.Lock;

/** Needed and held locks, in memory. */
final class MemoryLocks implements TaskStore.Locks {
    private final MemoryRows rows;

    MemoryLocks(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public void need(Tx tx, String task, Collection<String> names) {
        if (!names.isEmpty()) {
            rows.needs.put(tx, task, names.stream().distinct().toList());
        }
    }

    @Override
    public Map<String, List<String>> needs(View view, Collection<String> tasks) {
        Map<String, List<String>> needs = new HashMap<>();
        tasks.forEach(task -> rows.needs.find(task).ifPresent(names -> needs.put(task, names)));
        return needs;
    }

    @Override
    public List<LockHolder> holders(View view, Collection<String> names) {
        return names.stream()
                .distinct()
                .sorted()
                .flatMap(name -> rows.locks.find(name).stream())
                .map(Lock::holder)
                .toList();
    }

    @Override
    public Set<String> take(Tx tx, Map<String, TaskRow> wanted) {
        Set<String> late = new HashSet<>();
        wanted.forEach((name, task) -> {
            if (rows.locks.find(name).isPresent()) {
                late.add(task.id());
            } else {
                rows.locks.put(tx, name, new Lock(new LockHolder(name, task.id(), ""), task.epoch() + 1));
            }
        });
        return late;
    }

    @Override
    public void renew(Tx tx, Collection<String> tasks) {
        for (String id : tasks) {
            long epoch = rows.tasks.find(id).orElseThrow().epoch;
            rows.heldBy(id)
                    .forEach(name -> put(tx, rows.locks.find(name).orElseThrow().holder(), epoch));
        }
    }

    private void put(Tx tx, LockHolder holder, long epoch) {
        rows.locks.put(tx, holder.name(), new Lock(holder, epoch));
    }

    @Override
    public boolean take(Tx tx, TaskRow task, String item, String name) {
        LockHolder wanted = new LockHolder(name, task.id(), item);
        boolean free =
                rows.locks.find(name).map(lock -> lock.holder().equals(wanted)).orElse(true);
        if (free) {
            put(tx, wanted, task.epoch());
        }
        return free;
    }

    @Override
    public void release(Tx tx, TaskRow task, String item, String name) {
        Lock held = new Lock(new LockHolder(name, task.id(), item), task.epoch());
        if (rows.locks.find(name).equals(Optional.of(held))) {
            rows.locks.remove(tx, name);
        }
    }

    @Override
    public boolean release(Tx tx, Collection<String> tasks) {
        boolean any = false;
        for (String task : tasks) {
            for (String name : rows.heldBy(task)) {
                any |= rows.locks.remove(tx, name);
            }
        }
        return any;
    }

    @Override
    public void forget(Tx tx, Collection<String> tasks) {
        tasks.forEach(task -> rows.needs.remove(tx, task));
    }
}
