package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The SQL of fences and leases. */
final class SqlLeases implements TaskStore.Leases {
    private static final String OWNED = " where id = :id and epoch = :epoch and state in ('EXECUTING', 'CANCELLING')";

    @Override
    public boolean fence(Tx tx, Fence fence) {
        return tx.query("select id from task" + OWNED + sharedLock(tx))
                .bind("id", fence.id())
                .bind("epoch", fence.epoch())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** A PostgreSQL transaction may otherwise commit beside a claim, which runs at READ COMMITTED. */
    private static String sharedLock(Tx tx) {
        return switch (tx.dialect()) {
            case SQLITE -> "";
            case POSTGRESQL -> " for share";
        };
    }

    @Override
    public List<Fence> beat(Tx tx, List<Fence> owned) {
        if (owned.isEmpty()) {
            return List.of();
        }
        PreparedBatch batch = tx.batch("update task set beat = beat + 1" + OWNED);
        owned.forEach(
                one -> batch.bind("id", one.id()).bind("epoch", one.epoch()).add());
        int[] counts = batch.execute();
        List<Fence> lost = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                lost.add(owned.get(i));
            }
        }
        return lost;
    }

    @Override
    public List<Running> running(View view) {
        return view.query(
                        "select id, epoch, beat, state, node, coalesce(cancel_deadline - cancel_requested_at, 0) as grace"
                                + " from task where ended_at is null and state in ('EXECUTING', 'CANCELLING')")
                .map((row, context) -> new Running(
                        row.getString("id"),
                        new Lease(row.getLong("epoch"), row.getLong("beat")),
                        TaskState.valueOf(row.getString("state")),
                        row.getString("node"),
                        Duration.ofMillis(row.getLong("grace"))))
                .list();
    }
}
