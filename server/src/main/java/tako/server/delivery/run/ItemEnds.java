package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.http.Problem;
import tako.platform.log.Level;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.step.Awaited;

/** What becomes of an item when its attempt has ended, or has run for too long. */
final class ItemEnds {
    private final Session session;
    private final RunLedger ledger;
    private final Retries retries;
    private final Awaiting awaiting;
    private final Map<ItemId, Instant> stopped = new HashMap<>();

    ItemEnds(Session session, RunLedger ledger, Retries retries) {
        this.session = session;
        this.ledger = ledger;
        this.retries = retries;
        this.awaiting = new Awaiting(session, ledger);
    }

    /** Whether anything runs that has a time limit. */
    boolean isAnyLimited() {
        return ledger.states().in(ItemState.RUNNING).stream()
                .anyMatch(item -> item.history().limit().isPresent());
    }

    /** The items that run for longer than they may, each once: they are to be stopped. */
    List<ItemId> overdue() {
        Instant now = session.parts().clock().instant();
        return ledger.states().in(ItemState.RUNNING).stream()
                .filter(item -> item.history()
                        .limit()
                        .filter(limit -> limit.isOver(now))
                        .isPresent())
                .map(Item::id)
                .filter(id -> stopped.putIfAbsent(id, now) == null)
                .toList();
    }

    /** The items that were to stop because they ran for too long, and had their time for that. */
    List<Item> stubborn() {
        Instant now = session.parts().clock().instant();
        Duration patience = session.parts().waits().stop();
        return ledger.states().in(ItemState.RUNNING).stream()
                .filter(item -> Optional.ofNullable(stopped.get(item.id()))
                        .filter(since -> !now.isBefore(since.plus(patience)))
                        .isPresent())
                .toList();
    }

    /** Such an item has failed and is left behind. It is not tried again: what did not stop may still be at work. */
    void leave(Item item) throws InterruptedException {
        stopped.remove(item.id());
        String reason = tooLate(item);
        session.log().line(step(item), Level.ERROR, "The work item " + item.id().key() + " did not stop in time.");
        ledger.ended(item.moved(ItemState.FAILED, reason), List.of(), true);
    }

    /** Records an end. One that nobody asked for by stopping the run is a failure. */
    void record(ItemEnd end) throws InterruptedException {
        Item item = end.item().with(end.item().history().warned(end.warned()));
        boolean late = stopped.remove(item.id()) != null;
        switch (end.state()) {
            case WAITING -> waits(item, end);
            case FAILED -> failed(item, late ? tooLate(item) : session.mask().mask(end.reason()), end.outputs());
            case CANCELED -> canceled(item, late, end.outputs());
            case PENDING, RUNNING, SUCCEEDED, SKIPPED ->
                ledger.ended(item.moved(end.state(), session.mask().mask(end.reason())), end.outputs(), false);
        }
    }

    private void waits(Item item, ItemEnd end) throws InterruptedException {
        Optional<Awaited> awaited = end.waits().filter(what -> !session.run().cancelRequested());
        if (awaited.isEmpty()) {
            cancelAwaited(end);
            ledger.ended(item.moved(ItemState.CANCELED, ""), end.outputs(), false);
            return;
        }
        try {
            awaiting.begin(item, awaited.get(), end.outputs());
        } catch (Problem refused) {
            fatal(item, sentences(refused), end.outputs());
        }
    }

    /** What the item would have waited for. */
    private void cancelAwaited(ItemEnd end) throws InterruptedException {
        if (end.waits().orElse(null) instanceof Awaited.End(String task)) {
            session.checkpoints().write(tx -> {
                AwaitedTasks.cancel(tx, session.parts().queue(), List.of(task));
                return true;
            });
        }
    }

    private static String sentences(Problem refused) {
        return refused.errors().isEmpty() ? refused.getMessage() : String.join(" ", refused.errors());
    }

    private void canceled(Item item, boolean late, List<RunOutput> outputs) throws InterruptedException {
        if (session.run().stopRequested()) {
            ledger.ended(item.moved(ItemState.CANCELED, ""), outputs, false);
        } else if (late) {
            failed(item, tooLate(item), outputs);
        } else {
            ledger.ended(item.moved(ItemState.FAILED, ItemRun.INTERRUPTED), outputs, false);
        }
    }

    private String tooLate(Item item) {
        String sentence = item.history().limit().map(TimeLimit::sentence).orElse(ItemRun.INTERRUPTED);
        session.log().line(step(item), item, Level.FATAL, sentence);
        return sentence;
    }

    private PlannedStep step(Item item) {
        return session.loaded().plan().step(item.id().step());
    }

    private void failed(Item item, String reason, List<RunOutput> outputs) throws InterruptedException {
        boolean again = !session.run().cancelRequested() && retries.again(item, reason, outputs);
        if (!again) {
            ledger.ended(item.moved(ItemState.FAILED, reason), outputs, true);
        }
    }

    private void fatal(Item item, String reason, List<RunOutput> outputs) throws InterruptedException {
        session.log().line(step(item), item, Level.FATAL, reason);
        ledger.ended(item.moved(ItemState.FAILED, session.mask().mask(reason)), outputs, true);
    }
}
