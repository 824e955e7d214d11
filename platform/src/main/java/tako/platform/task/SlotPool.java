package tako.platform.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The slots of one kind. A node may claim ahead of free slots, but only as many tasks as it finished during the last 100
 * milliseconds: short tasks then need few claims, and no long task is kept from another node.
 */
final class SlotPool {
    private static final int MOST_AHEAD = 500;
    private static final Duration WINDOW = Duration.ofMillis(100);

    private final int slots;
    private final Throughput finished;
    private final Deque<OwnedTask> waiting = new ArrayDeque<>();
    private int running;

    SlotPool(int slots, long now) {
        this.slots = slots;
        this.finished = new Throughput(WINDOW, now);
    }

    /** How many tasks may be claimed now. Few are not worth a claim while others wait for their slot. */
    synchronized int room(long now) {
        int ahead = slots == 0 ? 0 : Math.min(MOST_AHEAD, finished.recently(now));
        int room = Math.max(0, slots + ahead - running - waiting.size());
        return waiting.size() * 2 > ahead ? 0 : room;
    }

    synchronized void add(List<OwnedTask> claimed) {
        waiting.addAll(claimed);
    }

    /** Takes those that can start now; each must come back by {@link #finished}. */
    synchronized List<OwnedTask> start() {
        List<OwnedTask> started = new ArrayList<>();
        while (running < slots && !waiting.isEmpty()) {
            started.add(waiting.remove());
            running++;
        }
        return started;
    }

    synchronized void finished(long now) {
        running--;
        finished.happened(now);
    }

    /** Takes those that have waited for a slot since before an instant on the clock that only goes forward. */
    synchronized List<OwnedTask> takeBack(long now, Duration longest) {
        List<OwnedTask> back = new ArrayList<>();
        while (!waiting.isEmpty() && TaskClock.passed(waiting.getFirst().claimedAt(), now, longest)) {
            back.add(waiting.remove());
        }
        return back;
    }

    /** Takes all that wait for a slot. */
    synchronized List<OwnedTask> takeBack() {
        List<OwnedTask> back = List.copyOf(waiting);
        waiting.clear();
        return back;
    }
}
