package tako.server.delivery.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.task.TaskResult;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.run.Next.Move;

/**
 * Walks a plan: asks {@link NextRule} what happens next and does it, until nothing more happens. What becomes of items stands in the
 * {@link RunLedger}.
 */
final class RunWalk {
    private final Session session;
    private final Plan plan;
    private final RunLog log;
    private final Handlers handlers;
    private final RunLedger ledger;
    private final RunningItems running = new RunningItems();
    private final ItemStarts starts;
    private final WaitingItems waiting;
    private final ItemEnds ends;
    private final RunClosing closing;
    private final TargetWaits targets;

    RunWalk(Session session, Handlers handlers, boolean bypassLocks) {
        this.session = session;
        this.plan = session.loaded().plan();
        this.log = session.log();
        this.handlers = handlers;
        TargetLocks locks =
                new TargetLocks(session.parts().queue(), session.run().task(), bypassLocks);
        this.ledger = new RunLedger(session, locks);
        this.targets = new TargetWaits(session);
        ItemTexts texts = new ItemTexts(session, ledger);
        this.starts = new ItemStarts(session, texts);
        this.waiting = new WaitingItems(session, ledger, handlers);
        this.ends = new ItemEnds(session, ledger, new Retries(session, ledger, handlers, texts));
        this.closing = new RunClosing(session, ledger);
    }

    /** Walks from where the rows say the run stands. */
    TaskResult walk() throws InterruptedException {
        try {
            ledger.load();
            for (Item still : new AfterLoss(session, ledger, handlers).treat()) {
                launch(still, true);
            }
            return toTheEnd();
        } catch (InterruptedException stopped) {
            return stopped(stopped);
        } catch (RuntimeException fault) {
            running.stop(session.parts().waits().stop());
            throw fault;
        }
    }

    private TaskResult toTheEnd() throws InterruptedException {
        while (true) {
            if (Thread.interrupted() || session.run().stopRequested()) {
                throw new InterruptedException("The run is to stop");
            }
            waiting.look();
            stopOverdue();
            Optional<TaskResult> result = step(NextRule.next(plan, ledger.states()));
            if (result.isPresent()) {
                return result.get();
            }
        }
    }

    /** What runs for too long is stopped, and left behind when it does not stop. */
    private void stopOverdue() throws InterruptedException {
        ends.overdue().forEach(running::interrupt);
        for (Item item : ends.stubborn()) {
            running.forget(item.id());
            ends.leave(item);
        }
    }

    /** Does what is next; answers how the run leaves its thread, if it does. */
    private Optional<TaskResult> step(Next next) throws InterruptedException {
        return switch (next) {
            case Next.Act(List<Move> moves) -> act(moves) ? Optional.empty() : waitForTargets();
            case Next.Wait() -> {
                waitForEnd();
                yield Optional.empty();
            }
            case Next.Park() -> Optional.of(park(waits()));
            case Next.End(boolean failed) -> Optional.of(closing.end(failed));
        };
    }

    /** Makes the moves that can be made now; whether there was one. */
    private boolean act(List<Move> moves) throws InterruptedException {
        boolean moved = false;
        for (Move move : moves) {
            moved |= switch (move) {
                case Move.Turn(PlannedStep step, boolean failed) -> turn(step, failed);
                case Move.Skip(Item item, String reason) -> skip(item, reason);
                case Move.Start(Item item) -> start(item);
            };
        }
        return moved;
    }

    private boolean turn(PlannedStep step, boolean failed) throws InterruptedException {
        ledger.turn(step, failed);
        return true;
    }

    private boolean skip(Item item, String reason) throws InterruptedException {
        PlannedStep step = plan.step(item.id().step());
        log.open(step, item).line(Level.INFO, reason);
        ledger.ended(item.moved(ItemState.SKIPPED, reason), List.of(), false);
        return true;
    }

    private boolean start(Item item) throws InterruptedException {
        if (starts.refused(item)) {
            return skip(item, ConditionTexts.SAID_NO);
        }
        Item started = item.started(session.run().task().epoch(), starts.limit(item));
        Optional<String> holder = ledger.start(started);
        if (holder.isPresent()) {
            targets.tell(plan.step(item.id().step()), item, holder.get());
            return false;
        }
        launch(started, false);
        return true;
    }

    private void launch(Item item, boolean attach) {
        PlannedStep step = plan.step(item.id().step());
        ItemJob job = new ItemJob(session, step, item, ledger.states(), ledger.outputs(), attach);
        ItemRun run = new ItemRun(job, handlers);
        running.start(item, run::run);
    }

    /** Waits until an item ends, or until there is something else to look at. */
    private void waitForEnd() throws InterruptedException {
        boolean bounded = !waits().isEmpty() || ends.isAnyLimited();
        if (bounded) {
            look();
        } else {
            ended(running.next());
        }
    }

    private void look() throws InterruptedException {
        Optional<ItemEnd> end = running.next(session.parts().waits().lock());
        if (end.isPresent()) {
            ended(end.get());
        }
    }

    /** All that could start waits for targets: for an item of this run, or, when none runs, without holding a slot. */
    private Optional<TaskResult> waitForTargets() throws InterruptedException {
        if (!running.none()) {
            look();
            return Optional.empty();
        }
        Instant again = targets.again();
        List<Waiting> others = waits();
        if (others.isEmpty()) {
            session.checkpoints().flush(log);
            return Optional.of(new TaskResult.Parked(targets.what(), Optional.of(again), true));
        }
        TaskResult.Parked parked = park(others);
        Instant until = parked.until().filter(again::isAfter).orElse(again);
        return Optional.of(
                new TaskResult.Parked(parked.waitingFor() + ", " + targets.what(), Optional.of(until), true));
    }

    private Instant now() {
        return session.parts().clock().instant();
    }

    private List<Waiting> waits() {
        return ledger.states().waiting().stream()
                .flatMap(item -> item.waiting().stream())
                .toList();
    }

    /** Nothing runs: the run gives up its thread. A wake-up that comes before the task is parked is remembered by the queue. */
    private TaskResult.Parked park(List<Waiting> items) throws InterruptedException {
        session.checkpoints().flush(log);
        return WaitRule.parked(items, now(), session.parts().waits().child());
    }

    private void ended(ItemEnd end) throws InterruptedException {
        if (end.fault().isPresent()) {
            throw end.fault().get();
        }
        if (end.state() == ItemState.CANCELED && session.run().stopRequested()) {
            throw new InterruptedException("The run is to stop");
        }
        ends.record(end);
    }

    /** Ends what runs. Cancelled, the run ends; otherwise it goes on elsewhere or later. */
    private TaskResult stopped(InterruptedException why) throws InterruptedException {
        List<ItemEnd> stopped = running.stop(session.parts().waits().stop());
        boolean cancel = session.run().cancelRequested();
        for (ItemEnd end : stopped) {
            if (end.fault().isEmpty() && (cancel || end.state() != ItemState.CANCELED)) {
                ends.record(end);
            }
        }
        if (cancel) {
            return closing.cancelled(running.left());
        }
        session.checkpoints().flush(log);
        throw why;
    }
}
