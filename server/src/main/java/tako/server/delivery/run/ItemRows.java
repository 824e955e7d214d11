package tako.server.delivery.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** The SQL of {@code run_item}. Each write says the same when it is repeated. */
final class ItemRows {
    private ItemRows() {}

    /** The items of a run by their steps, in order. */
    static Map<Integer, List<Item>> of(View view, String task) {
        Map<Integer, List<Item>> items = new TreeMap<>();
        view.query("""
                        select step, action, target, target_name, position, state, attempt, epoch, reason, failures, warned,
                            limit_minutes, limit_at, waits_for, waits_since, waits_until, waits_alone
                        from run_item where task = :task order by step, position, action""")
                .bind("task", task)
                .map((row, context) -> item(row))
                .forEach(item -> items.computeIfAbsent(item.id().step(), step -> new ArrayList<>())
                        .add(item));
        return items;
    }

    private static Item item(ResultSet row) throws SQLException {
        ItemState state = ItemState.valueOf(row.getString("state"));
        int minutes = row.getInt("limit_minutes");
        Optional<TimeLimit> limit =
                minutes == 0 ? Optional.empty() : Optional.of(new TimeLimit(minutes, instant(row, "limit_at")));
        Optional<Waiting> waiting = state == ItemState.WAITING ? Optional.of(waiting(row)) : Optional.empty();
        return new Item(
                new ItemId(row.getInt("step"), row.getInt("action"), row.getString("target")),
                row.getString("target_name"),
                row.getInt("position"),
                state,
                row.getInt("attempt"),
                row.getLong("epoch"),
                row.getString("reason"),
                new ItemHistory(row.getInt("failures"), row.getInt("warned") == 1, limit, waiting));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        String id = row.getString("waits_for");
        Instant since = instant(row, "waits_since");
        Instant until = instant(row, "waits_until");
        boolean alone = row.getInt("waits_alone") == 1;
        if (id.isEmpty()) {
            return new Waiting.Pause(since, until);
        }
        return until.equals(Instant.EPOCH) ? new Waiting.End(id, since) : new Waiting.Answer(id, since, until, alone);
    }

    /** The epoch where there is none. */
    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static void insert(Tx tx, String task, Collection<Item> items) {
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
        ItemHistory history = item.history();
        Optional<Waiting> waiting = item.waiting();
        return tx.update("""
                        update run_item set state = :state, attempt = :attempt, epoch = :epoch, reason = :reason,
                            failures = :failures, warned = :warned, limit_minutes = :minutes, limit_at = :limitAt,
                            waits_for = :waitsFor, waits_since = :since, waits_until = :until, waits_alone = :alone""" + more + " where task = :task and step = :step and action = :action and target = :target")
                .bind("state", item.state().name())
                .bind("attempt", item.attempt())
                .bind("epoch", item.epoch())
                .bind("reason", item.reason())
                .bind("failures", history.failures())
                .bind("warned", history.warned() ? 1 : 0)
                .bind("minutes", history.limit().map(TimeLimit::minutes).orElse(0))
                .bind(
                        "limitAt",
                        history.limit()
                                .map(TimeLimit::at)
                                .map(Instant::toEpochMilli)
                                .orElse(null))
                .bind("waitsFor", waiting.flatMap(Waiting::id).orElse(""))
                .bind(
                        "since",
                        waiting.map(Waiting::since).map(Instant::toEpochMilli).orElse(null))
                .bind(
                        "until",
                        waiting.flatMap(Waiting::over)
                                .map(Instant::toEpochMilli)
                                .orElse(null))
                .bind("alone", waiting.filter(Waiting::keepsLocks).isPresent() ? 1 : 0)
                .bind("task", task)
                .bind("step", item.id().step())
                .bind("action", item.id().action())
                .bind("target", item.id().target());
    }

    /** The tasks that run or wait and have an item that waits for the end of another task. */
    static List<String> waitingFor(View view, String task) {
        return view.query("""
                        select distinct task from run_item where waits_for = :task and waits_for <> ''
                            and state = 'WAITING' order by task""").bind("task", task).mapTo(String.class).list();
    }

    /** The parked tasks that say they wait for targets and have something to do on this one, in the order of the queue. */
    static List<String> waitingForTarget(View view, String target, String says) {
        return view.query("""
                        select id from task where state = 'PARKED' and waiting_for like :says and exists (
                            select 1 from run_item where run_item.task = task.id and target = :target
                                and run_item.state = 'PENDING')
                        order by queued_at, id""")
                .bind("says", "%" + says + "%")
                .bind("target", target)
                .mapTo(String.class)
                .list();
    }

    /** The tasks for whose end items of a run wait. */
    static List<String> awaited(View view, String task) {
        return view.query("""
                        select distinct waits_for from run_item where task = :task and state = 'WAITING'
                            and waits_for <> '' and waits_until is null order by waits_for""").bind("task", task).mapTo(String.class).list();
    }

    /** Whether anything of a run has not ended. */
    static boolean isAnyOpen(View view, String task) {
        return exists(view, task, "state in ('PENDING', 'RUNNING', 'WAITING')");
    }

    /** Whether anything of a run has failed. */
    static boolean hasAnyFailed(View view, String task) {
        return exists(view, task, "state = 'FAILED'");
    }

    private static boolean exists(View view, String task, String which) {
        return view.query("select count(*) from run_item where task = :task and " + which)
                        .bind("task", task)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** All items of a run in one state end. */
    static void end(Tx tx, String task, ItemState from, ItemState to, String reason, long now) {
        ItemMoves.require(from, to);
        tx.update("""
                        update run_item set state = :to, reason = :reason, ended_at = :now, waits_for = '',
                            waits_since = null, waits_until = null, waits_alone = 0
                        where task = :task and state = :from""")
                .bind("to", to.name())
                .bind("reason", reason)
                .bind("now", now)
                .bind("task", task)
                .bind("from", from.name())
                .execute();
    }
}
