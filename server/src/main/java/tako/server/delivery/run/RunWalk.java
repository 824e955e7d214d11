package tako.server.delivery.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.platform.log.Level;
import tako.platform.task.TaskResult;
import tako.platform.task.TaskRow;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.run.Next.Move;
import tako.server.delivery.step.StepHandler.AfterCrash;
import tako.server.delivery.task.TaskSubjects;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;

/**
 * Walks a plan: asks {@link NextRule} what happens next and does it, until nothing more happens. What an item becomes is a checkpoint,
 * written after its log is durable; only then is it true here too.
 */
final class RunWalk {
    private static final List<RunOutput> NOTHING_SET = List.of();

    private final Session session;
    private final TaskRow task;
    private final Plan plan;
    private final RunLog log;
    private final Handlers handlers;
    private final StepTurns turns;
    private final TargetLocks locks;
    private final RunOutputs outputRows;
    private final RunningItems running = new RunningItems();
    private final List<RunOutput> outputs = new ArrayList<>();
    private RunStates states = RunStates.NONE;
    private Optional<String> waitingFor = Optional.empty();

    RunWalk(Session session, Handlers handlers, boolean bypassLocks) {
        RunParts parts = session.parts();
        this.session = session;
        this.task = session.run().task();
        this.plan = session.loaded().plan();
        this.log = session.log();
        this.handlers = handlers;
        this.turns = new StepTurns(session.loaded(), parts.stores());
        this.locks = new TargetLocks(parts.queue(), task, bypassLocks);
        this.outputRows = new RunOutputs(parts.stores().secrets());
    }

    /** Walks from where the rows say the run stands. */
    TaskResult walk() throws InterruptedException {
        try {
            load();
            return toTheEnd();
        } catch (InterruptedException stopped) {
            return stopped(stopped);
        } catch (RuntimeException fault) {
            running.stop(session.parts().waits().stop());
            throw fault;
        }
    }

    private void load() throws InterruptedException {
        states = session.checkpoints().read(view -> RunRows.states(view, task.id()));
        List<RunOutput> kept = session.checkpoints().read(view -> outputRows.of(view, task.id()));
        kept.stream()
                .filter(RunOutput::sensitive)
                .forEach(output -> session.mask().add(output.value().reveal()));
        outputs.addAll(kept);
        new LogRepair(log, session.parts().stores().logs().tree(task.id())).repair(plan, states);
        for (Item item : states.items()) {
            if (item.state() == ItemState.RUNNING) {
                afterCrash(item);
            }
        }
    }

    private TaskResult toTheEnd() throws InterruptedException {
        while (true) {
            if (Thread.interrupted() || session.run().stopRequested()) {
                throw new InterruptedException("The run is to stop");
            }
            switch (NextRule.next(plan, states)) {
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
        RunStates now = states;
        List<RunOutput> sofar = List.copyOf(outputs);
        StepTurn turn = session.checkpoints().write(tx -> {
            StepTurn decided = turns.decide(tx, step, failed, now, sofar);
            return RunRows.turn(tx, task.id(), decided)
                    ? decided
                    : RunRows.states(tx, task.id()).turn(step).orElseThrow();
        });
        states = states.with(turn);
        log.begin(step, turn);
        return true;
    }

    private boolean skip(Item item, String reason) throws InterruptedException {
        PlannedStep step = plan.step(item.id().step());
        log.open(step, item).line(Level.INFO, reason);
        record(item.moved(ItemState.SKIPPED, reason), NOTHING_SET, false);
        return true;
    }

    private boolean start(Item item) throws InterruptedException {
        PlannedStep step = plan.step(item.id().step());
        if (step.actions().get(item.id().action()).action().condition() == RunCondition.VARIABLE && !condition(item)) {
            return skip(item, "Skipped: its run condition did not say yes.");
        }
        Item started = item.started(task.epoch());
        long now = session.parts().clock().millis();
        Optional<String> holder = session.checkpoints().write(tx -> {
            if (!locks.take(tx, item)) {
                return Optional.of(locks.holder(tx, item));
            }
            RunRows.start(tx, task.id(), started, now);
            return Optional.empty();
        });
        if (holder.isPresent()) {
            locks.tell(log, step, item, holder.get());
            waitingFor = Optional.of(item.targetName() + " (" + holder.get() + ")");
            return false;
        }
        states = states.with(started);
        launch(started, false);
        return true;
    }

    private void launch(Item item, boolean attach) {
        ItemRun run = new ItemRun(job(item, attach), handlers);
        running.start(item.id(), run::run);
    }

    private ItemJob job(Item item, boolean attach) {
        return new ItemJob(session, plan.step(item.id().step()), item, states, List.copyOf(outputs), attach);
    }

    private boolean condition(Item item) throws InterruptedException {
        ItemJob job = job(item, false);
        Optional<String> expression = job.action().action().text(PropertyKey.ACTION_CONDITION);
        ItemVariables variables = session.checkpoints()
                .read(view -> RunMoment.variables(
                        view,
                        job,
                        session.parts()
                                .stores()
                                .machines()
                                .anywhere(view, item.id().target())));
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
                : end.item().moved(end.state(), end.reason());
        record(item, end.outputs(), end.warned());
    }

    /** The checkpoint of an item's end. */
    private void record(Item item, List<RunOutput> set, boolean warned) throws InterruptedException {
        log.close(plan.step(item.id().step()), item, warned);
        session.checkpoints().flush(log);
        long now = session.parts().clock().millis();
        session.checkpoints().write(tx -> {
            RunRows.save(tx, task.id(), item, now);
            set.forEach(output -> outputRows.keep(tx, task.id(), output));
            locks.release(tx, item);
            if (warned || item.state() == ItemState.FAILED) {
                TaskSubjects.warned(tx, task.id());
            }
            return true;
        });
        outputs.addAll(set);
        states = states.with(item);
        closeAround(item);
    }

    private void closeAround(Item item) {
        PlannedStep step = plan.step(item.id().step());
        List<Item> all = states.items(step);
        List<Item> ofTarget =
                all.stream().filter(one -> one.position() == item.position()).toList();
        if (step.actions().size() > 1 && Item.ended(ofTarget)) {
            log.closeTarget(item, SystemVariables.worst(ofTarget));
        }
        if (Item.ended(all)) {
            log.close(step, SystemVariables.worst(all));
        }
        long done = plan.steps().stream()
                .filter(one -> states.turn(one).isPresent() && Item.ended(states.items(one)))
                .count();
        log.progress(
                (int) (100 * done / plan.steps().size()),
                done + " of " + plan.steps().size() + " steps");
    }

    /** What becomes of an item that was running when its server was lost. */
    private void afterCrash(Item item) throws InterruptedException {
        PlannedStep step = plan.step(item.id().step());
        AfterCrash policy = handlers.afterCrash(step.actions().get(item.id().action()));
        log.open(step);
        log.open(step, item);
        switch (policy) {
            case REPEAT -> {
                log.line(
                        step,
                        item,
                        Level.WARNING,
                        "It was interrupted. Running it again does no harm, so it is run again.");
                session.checkpoints().flush(log);
                Item again = item.moved(ItemState.PENDING, "");
                session.checkpoints().write(tx -> {
                    RunRows.save(tx, task.id(), again, session.parts().clock().millis());
                    locks.release(tx, item);
                    return true;
                });
                states = states.with(again);
            }
            case ATTACH -> {
                log.line(step, item, Level.WARNING, "The server was interrupted. Looking for what still runs of it.");
                Item takenUp = item.takenUp(task.epoch());
                session.checkpoints().write(tx -> {
                    RunRows.save(tx, task.id(), takenUp, session.parts().clock().millis());
                    return locks.take(tx, takenUp);
                });
                states = states.with(takenUp);
                launch(takenUp, true);
            }
            case ASK, FAIL -> {
                log.line(step, item, Level.FATAL, ItemRun.INTERRUPTED);
                record(item.moved(ItemState.FAILED, ItemRun.INTERRUPTED), NOTHING_SET, true);
            }
        }
    }

    private TaskResult end(boolean failed) throws InterruptedException {
        Optional<String> reason =
                states.failure(plan.steps()).filter(item -> failed).map(this::sentence);
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
        for (Item item : states.items()) {
            if (!item.state().ended()) {
                log.open(plan.step(item.id().step()), item);
                record(item.moved(ItemState.CANCELED, ""), NOTHING_SET, false);
            }
        }
        log.line(Level.WARNING, "Cancelled.");
        log.end(ItemState.CANCELED);
        session.checkpoints().flush(log);
        return new TaskResult.Canceled();
    }
}
