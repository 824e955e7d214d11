package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The SQL of {@code run}, {@code run_step} and {@code run_item}. Each write says the same when it is repeated. */
final class RunRows {
    /** The format of what is written here; a newer server may write another. */
    static final int FORMAT = 1;

    private RunRows() {}

    static boolean begun(View view, String task) {
        return view.query("select count(*) from run where task = :task")
                        .bind("task", task)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    static void begin(Tx tx, String task, long now) {
        tx.update("insert into run (task, format, started_at) values (:task, :format, :now)")
                .bind("task", task)
                .bind("format", FORMAT)
                .bind("now", now)
                .execute();
    }

    /** How far a run is. */
    static RunStates states(View view, String task) {
        Map<Integer, List<Item>> items = items(view, task);
        Map<Integer, StepTurn> turns = new TreeMap<>();
        view.query("select step, skipped, at_once from run_step where task = :task order by step")
                .bind("task", task)
                .map((row, context) -> new StepTurn(
                        row.getInt("step"),
                        Optional.of(row.getString("skipped")).filter(reason -> !reason.isEmpty()),
                        row.getInt("at_once"),
                        List.copyOf(items.getOrDefault(row.getInt("step"), List.of()))))
                .forEach(turn -> turns.put(turn.step(), turn));
        return new RunStates(turns);
    }

    private static Map<Integer, List<Item>> items(View view, String task) {
        Map<Integer, List<Item>> items = new TreeMap<>();
        view.query("""
                        select step, action, target, target_name, position, state, attempt, epoch, reason
                        from run_item where task = :task order by step, position, action""")
                .bind("task", task)
                .map((row, context) -> new Item(
                        new ItemId(row.getInt("step"), row.getInt("action"), row.getString("target")),
                        row.getString("target_name"),
                        row.getInt("position"),
                        ItemState.valueOf(row.getString("state")),
                        row.getInt("attempt"),
                        row.getLong("epoch"),
                        row.getString("reason")))
                .forEach(item -> items.computeIfAbsent(item.id().step(), step -> new ArrayList<>())
                        .add(item));
        return items;
    }

    /** Fixes what a step does; what is fixed stays so. Whether it was not before. */
    static boolean turn(Tx tx, String task, StepTurn turn) {
        boolean added = tx.update("""
                                insert into run_step (task, step, skipped, at_once)
                                values (:task, :step, :skipped, :atOnce) on conflict (task, step) do nothing""")
                        .bind("task", task)
                        .bind("step", turn.step())
                        .bind("skipped", turn.skipped().orElse(""))
                        .bind("atOnce", turn.window())
                        .execute()
                == 1;
        if (added) {
            insert(tx, task, turn.items());
        }
        return added;
    }

    private static void insert(Tx tx, String task, Collection<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                insert into run_item (task, step, action, target, target_name, position, state, attempt, epoch, reason)
                values (:task, :step, :action, :target, :name, :position, :state, :attempt, :epoch, :reason)""");
        items.forEach(item -> batch.bind("task", task)
                .bind("step", item.id().step())
                .bind("action", item.id().action())
                .bind("target", item.id().target())
                .bind("name", item.targetName())
                .bind("position", item.position())
                .bind("state", item.state().name())
                .bind("attempt", item.attempt())
                .bind("epoch", item.epoch())
                .bind("reason", item.reason())
                .add());
        batch.execute();
    }

    /** An item starts. */
    static void start(Tx tx, String task, Item item, long now) {
        move(tx, task, item, ", started_at = :now").bind("now", now).execute();
    }

    /** An item becomes what it is now. */
    static void save(Tx tx, String task, Item item, long now) {
        String time = item.state().ended() ? ", ended_at = :now" : "";
        Update move = move(tx, task, item, time);
        if (item.state().ended()) {
            move.bind("now", now);
        }
        move.execute();
    }

    private static Update move(Tx tx, String task, Item item, String more) {
        return tx.update("update run_item set state = :state, attempt = :attempt, epoch = :epoch, reason = :reason"
                        + more + " where task = :task and step = :step and action = :action and target = :target")
                .bind("state", item.state().name())
                .bind("attempt", item.attempt())
                .bind("epoch", item.epoch())
                .bind("reason", item.reason())
                .bind("task", task)
                .bind("step", item.id().step())
                .bind("action", item.id().action())
                .bind("target", item.id().target());
    }
}
