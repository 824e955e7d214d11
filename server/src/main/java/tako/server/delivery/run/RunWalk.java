package tako.server.delivery.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.platform.log.Level;
import tako.platform.task.TaskResult;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.run.Next.Move;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;
import tako.server.resource.Stored;

/**
 * Walks a plan: asks {@link NextRule} what happens next and does it, until nothing more happens. What becomes of items stands in the
 * {@link RunLedger}.
 */
final class RunWalk {
    private final Session session;
    private final Plan plan;
    private final RunLog log;
    private final Handlers handlers;
    private final TargetLocks locks;
    private final RunLedger ledger;
    private final RunningItems running = new RunningItems();
    private Optional<String> waitingFor = Optional.empty();

    RunWalk(Session session, Handlers handlers, boolean bypassLocks) {
        this.session = session;
        this.plan = session.loaded().plan();
        this.log = session.log();
        this.handlers = handlers;
        this.locks = new TargetLocks(session.parts().queue(), session.run().task(), bypassLocks);
        this.ledger = new RunLedger(session, locks);
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
            switch (NextRule.next(plan, ledger.states())) {
                case Next.Act(List<Move> moves) -> {
                    if (!act(moves)) {
                        Optional<TaskResult> parked = waitForTargets();
                        if (parked.isPresent()) {
                            return parked.get();
                        }
                    }
                }
                case Next.Wait() -> ended(running.next());
                case Next.End(boolean failed) -> {
                    return end(failed);
                }
            }
        }
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
        PlannedStep step = plan.step(item.id().step());
        if (step.actions().get(item.id().action()).action().condition() == RunCondition.VARIABLE && !condition(item)) {
            return skip(item, "Skipped: its run condition did not say yes.");
        }
        Item started = item.started(session.run().task().epoch());
        Optional<String> holder = ledger.start(started);
        if (holder.isPresent()) {
            locks.tell(log, step, item, holder.get());
            waitingFor = Optional.of(item.targetName() + " (" + holder.get() + ")");
            return false;
        }
        launch(started, false);
        return true;
    }

    private void launch(Item item, boolean attach) {
        ItemRun run = new ItemRun(job(item, attach), handlers);
        running.start(item, run::run);
    }

    private ItemJob job(Item item, boolean attach) {
        return new ItemJob(session, plan.step(item.id().step()), item, ledger.states(), ledger.outputs(), attach);
    }

    private boolean condition(Item item) throws InterruptedException {
        ItemJob job = job(item, false);
        Optional<String> expression = job.action().action().text(PropertyKey.ACTION_CONDITION);
        Optional<Stored<Machine>> target = session.checkpoints()
                .read(view -> session.parts()
                        .stores()
                        .machines()
                        .anywhere(view, item.id().target()));
        RunVariables.Moment moment = session.checkpoints().read(view -> RunMoment.of(view, job));
        ItemVariables variables = RunMoment.variables(job, target, moment);
        return expression
                .map(text -> variables.variables().evaluate(text))
                .filter(Evaluation::isTrue)
                .isPresent();
    }

    /** All that could start waits for targets: for an item of this run, or, when none runs, without holding a slot. */
    private Optional<TaskResult> waitForTargets() throws InterruptedException {
        if (!running.none()) {
            Optional<ItemEnd> end = running.next(session.parts().waits().lock());
            if (end.isPresent()) {
                ended(end.get());
            }
            return Optional.empty();
        }
        Instant again =
                session.parts().clock().instant().plus(session.parts().waits().lock());
        session.checkpoints().flush(log);
        String what = "the deployment target " + waitingFor.orElse("");
        return Optional.of(new TaskResult.Parked(what, Optional.of(again), true));
    }

    private void ended(ItemEnd end) throws InterruptedException {
        if (end.fault().isPresent()) {
            throw end.fault().get();
        }
        boolean stopping = session.run().stopRequested();
        if (end.state() == ItemState.CANCELED && stopping) {
            throw new InterruptedException("The run is to stop");
        }
        record(end);
    }

    /** An end that nobody asked for by stopping the run is a failure. */
    private void record(ItemEnd end) throws InterruptedException {
        boolean odd = end.state() == ItemState.CANCELED && !session.run().stopRequested();
        Item item = odd
                ? end.item().moved(ItemState.FAILED, ItemRun.INTERRUPTED)
                : end.item().moved(end.state(), session.mask().mask(end.reason()));
        ledger.ended(item, end.outputs(), end.warned());
    }

    private TaskResult end(boolean failed) throws InterruptedException {
        Optional<String> reason =
                ledger.states().failure(plan.steps()).filter(item -> failed).map(this::sentence);
        log.line(reason.isPresent() ? Level.FATAL : Level.INFO, reason.orElse("Done."));
        log.end(reason.isPresent() ? ItemState.FAILED : ItemState.SUCCEEDED);
        session.checkpoints().flush(log);
        return reason.<TaskResult>map(TaskResult.Failed::new).orElseGet(TaskResult.Succeeded::new);
    }

    private String sentence(Item item) {
        PlannedAction action = plan.action(item.id());
        String where = item.targetName().isEmpty() ? "" : " on " + item.targetName();
        return "Step " + action.number() + ": " + action.action().label() + " failed" + where + ". "
                + session.mask().mask(item.reason());
    }

    /** Ends what runs. Cancelled, the run ends; otherwise it goes on elsewhere or later. */
    private TaskResult stopped(InterruptedException why) throws InterruptedException {
        List<ItemEnd> ends = running.stop(session.parts().waits().stop());
        boolean cancel = session.run().cancelRequested();
        for (ItemEnd end : ends) {
            if (end.fault().isEmpty() && (cancel || end.state() != ItemState.CANCELED)) {
                record(end);
            }
        }
        if (!cancel) {
            session.checkpoints().flush(log);
            throw why;
        }
        running.left()
                .forEach(item -> log.line(
                        plan.step(item.step()), Level.ERROR, "The work item " + item.key() + " did not stop in time."));
        for (Item item : ledger.states().items()) {
            if (!item.state().ended()) {
                log.open(plan.step(item.id().step()), item);
                ledger.ended(item.moved(ItemState.CANCELED, ""), List.of(), false);
            }
        }
        log.line(Level.WARNING, "Cancelled.");
        log.end(ItemState.CANCELED);
        session.checkpoints().flush(log);
        return new TaskResult.Canceled();
    }
}
