package tako.server.delivery.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The items that run now, each on a virtual thread, and the ends that they report. Used by one thread. */
final class RunningItems {
    private final Map<ItemId, Thread> threads = new HashMap<>();
    private final Set<ItemId> forgotten = new HashSet<>();
    private final BlockingQueue<ItemEnd> ends = new LinkedBlockingQueue<>();

    /**
     * Starts an item on a thread of its own.
     *
     * @param run carries it out; whatever it throws ends the item as a fault of the server, so that nobody waits for ever
     */
    void start(Item item, Supplier<ItemEnd> run) {
        ItemId id = item.id();
        threads.put(id, Thread.ofVirtual().name("tako-item-" + id.key()).start(() -> ends.add(endOf(item, run))));
    }

    @SuppressWarnings("CatchingUnchecked") // an item without an end would hold its run, its slot and its locks for ever
    private static ItemEnd endOf(Item item, Supplier<ItemEnd> run) {
        try {
            return run.get();
        } catch (RuntimeException | Error broken) {
            var fault = new IllegalStateException("The work item " + item.id().key() + " broke: " + broken, broken);
            return new ItemEnd(item, ItemState.CANCELED, "", Optional.empty(), List.of(), false, Optional.of(fault));
        }
    }

    boolean none() {
        return threads.isEmpty();
    }

    /** Waits until an item ends. */
    ItemEnd next() throws InterruptedException {
        Optional<ItemEnd> end = Optional.empty();
        while (end.isEmpty()) {
            end = gone(ends.take());
        }
        return end.get();
    }

    /** Waits until an item ends, but not for ever. */
    Optional<ItemEnd> next(Duration longest) throws InterruptedException {
        return Optional.ofNullable(ends.poll(longest.toMillis(), TimeUnit.MILLISECONDS))
                .flatMap(this::gone);
    }

    /** Waits no longer for one that did not stop; it is not to be started again. Whatever comes of it is not heard. */
    void forget(ItemId id) {
        threads.remove(id);
        forgotten.add(id);
    }

    /** Interrupts one that runs. */
    void interrupt(ItemId id) {
        Optional.ofNullable(threads.get(id)).ifPresent(Thread::interrupt);
    }

    private Optional<ItemEnd> gone(ItemEnd end) {
        threads.remove(end.item().id());
        return Optional.of(end).filter(heard -> !forgotten.contains(heard.item().id()));
    }

    /**
     * Interrupts all, and waits for their ends; further interrupts of the caller change nothing.
     *
     * @return the ends that came in time
     */
    List<ItemEnd> stop(Duration longest) {
        threads.values().forEach(Thread::interrupt);
        List<ItemEnd> stopped = new ArrayList<>();
        long deadline = System.nanoTime() + longest.toNanos();
        while (!threads.isEmpty() && System.nanoTime() < deadline) {
            try {
                next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))
                        .ifPresent(stopped::add);
            } catch (InterruptedException again) {
                // They are being stopped already.
            }
        }
        return stopped;
    }

    /** The items that did not stop. */
    List<ItemId> left() {
        return List.copyOf(threads.keySet());
    }
}
