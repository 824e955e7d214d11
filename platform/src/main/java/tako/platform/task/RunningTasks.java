package tako.platform.task;

import java.time.Duration;
import java.util.List;
import tako.platform.database.View;

/** What a node sees of the tasks that run, on any node. */
final class RunningTasks {
    /** The proof that a run still has its node: the beat rises as long as the node lives. */
    record Lease(long epoch, long beat) {}

    /** @param grace how long it may take to stop after cancel was asked; zero if it was not */
    record Running(String id, Lease lease, TaskState state, String node, Duration grace) {}

    private RunningTasks() {}

    static List<Running> all(View view) {
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
