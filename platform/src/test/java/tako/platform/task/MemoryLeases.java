package tako.platform.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Fences and leases, in memory. */
final class MemoryLeases implements TaskStore.Leases {
    private final MemoryRows rows;

    MemoryLeases(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean fence(Tx tx, Fence fence) {
        return rows.tasks.find(fence.id()).filter(task -> owns(fence, task)).isPresent();
    }

    private static boolean owns(Fence fence, MemoryTask task) {
        return task.epoch == fence.epoch() && task.runs();
    }

    @Override
    public List<Fence> beat(Tx tx, List<Fence> owned) {
        List<Fence> lost = new ArrayList<>();
        for (Fence fence : owned) {
            if (!rows.change(tx, fence.id(), task -> owns(fence, task), task -> task.beat++)) {
                lost.add(fence);
            }
        }
        return lost;
    }

    @Override
    public List<Running> running(View view) {
        List<Running> running = new ArrayList<>();
        rows.those(MemoryTask::runs).forEach(task -> running.add(running(task)));
        return running;
    }

    private static Running running(MemoryTask task) {
        long grace = task.cancelDeadline.orElse(0L) - task.cancelRequestedAt.orElse(0L);
        return new Running(task.id, new Lease(task.epoch, task.beat), task.state, task.node, Duration.ofMillis(grace));
    }
}
