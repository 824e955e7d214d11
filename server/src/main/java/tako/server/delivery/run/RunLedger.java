package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tako.platform.database.Tx;
import tako.platform.task.TaskRow;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.task.TaskSubjects;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/**
 * What is known of a run, and its only way to change: each change is a checkpoint, written after the log that tells of it is durable;
 * only then is it true here too.
 */
final class RunLedger {
    private final Session session;
    private final TaskRow task;
    private final Plan plan;
    private final StepTurns turns;
    private final TargetLocks locks;
    private final RunOutputs outputRows;
    private final List<RunOutput> outputs = new ArrayList<>();
    private RunStates states = RunStates.NONE;

    RunLedger(Session session, TargetLocks locks) {
        RunParts.Stores stores = session.parts().stores();
        this.session = session;
        this.task = session.run().task();
        this.plan = session.loaded().plan();
        this.turns = new StepTurns(session.loaded());
        this.locks = locks;
        this.outputRows = new RunOutputs(stores.secrets());
    }

    RunStates states() {
        return states;
    }

    List<RunOutput> outputs() {
        return List.copyOf(outputs);
    }

    /** Reads where the rows say the run stands, and lets the log's tree agree with them. */
    void load() throws InterruptedException {
        states = session.checkpoints().read(view -> RunRows.states(view, task.id()));
        List<RunOutput> kept = session.checkpoints().read(view -> outputRows.of(view, task.id()));
        // What is secret only for what stands in it is masked by that.
        kept.stream()
                .filter(RunOutput::sensitive)
                .map(output -> output.value().reveal())
                .filter(value -> !session.mask().isIn(value))
                .forEach(session.mask()::add);
        outputs.addAll(kept);
        new LogRepair(session.log(), session.parts().stores().logs().tree(task.id())).repair(plan, states);
    }

    /** A step's turn has come: its items are fixed, from the targets found now. */
    void turn(PlannedStep step, boolean failed) throws InterruptedException {
        List<Stored<Machine>> targets = session.checkpoints()
                .read(view -> RunMoment.targets(
                        view, session.loaded(), session.parts().stores()));
        RunVariables.Moment moment = RunMoment.at(session.loaded(), states, outputs(), targets);
        StepTurns.Decided decided = turns.decide(step, failed, moment, targets).shownBy(session.mask());
        StepTurn turn = session.checkpoints().write(tx -> {
            return RunRows.turn(tx, task.id(), decided.turn())
                    ? decided.turn()
                    : RunRows.states(tx, task.id()).turn(step).orElseThrow();
        });
        states = states.with(turn);
        session.log().begin(step, turn, decided.warnings());
    }

    /** Starts an item when its target is free. @return who holds the target, when it is not */
    Optional<String> start(Item started) throws InterruptedException {
        long now = session.parts().clock().millis();
        Optional<String> holder = session.checkpoints().write(tx -> {
            if (!locks.take(tx, started)) {
                return Optional.of(locks.holder(tx, started));
            }
            ItemRows.start(tx, task.id(), started, now);
            return Optional.empty();
        });
        if (holder.isEmpty()) {
            states = states.with(started);
        }
        return holder;
    }

    /** An item that was interrupted waits to be run again. */
    void again(Item pending) throws InterruptedException {
        session.checkpoints().flush(session.log());
        long now = session.parts().clock().millis();
        session.checkpoints().write(tx -> {
            ItemRows.save(tx, task.id(), pending, now);
            locks.release(tx, pending);
            return true;
        });
        states = states.with(pending);
    }

    /** An item that still runs elsewhere belongs to this run of the task now. */
    void takeUp(Item takenUp) throws InterruptedException {
        long now = session.parts().clock().millis();
        session.checkpoints().write(tx -> {
            ItemRows.save(tx, task.id(), takenUp, now);
            return locks.take(tx, takenUp);
        });
        states = states.with(takenUp);
    }

    /** A pause of an item is over: it is to run again, and keeps its target meanwhile. */
    void tryAgain(Item pending) throws InterruptedException {
        save(List.of(), tx -> pending);
    }

    /**
     * An item begins to wait, with what it has set so far.
     *
     * @param begin says for what, in the checkpoint itself; it may be repeated
     */
    Item waits(List<RunOutput> set, Function<Tx, Item> begin) throws InterruptedException {
        return save(set, begin);
    }

    /** An attempt of an item has failed; it waits for the next. */
    void retries(Item waits, List<RunOutput> set) throws InterruptedException {
        session.log().closeAttempt(plan.step(waits.id().step()), waits);
        save(set, tx -> waits);
    }

    private Item save(List<RunOutput> set, Function<Tx, Item> change) throws InterruptedException {
        session.checkpoints().flush(session.log());
        long now = session.parts().clock().millis();
        Item saved = session.checkpoints().write(tx -> {
            Item item = change.apply(tx);
            ItemRows.save(tx, task.id(), item, now);
            keep(tx, set, item.history().warned());
            if (item.waiting().filter(waiting -> !waiting.keepsTarget()).isPresent()) {
                locks.release(tx, item);
            }
            return item;
        });
        remember(set);
        states = states.with(saved);
        return saved;
    }

    private void keep(Tx tx, List<RunOutput> set, boolean warned) {
        set.forEach(output -> outputRows.keep(tx, task.id(), output));
        if (warned) {
            TaskSubjects.warned(tx, task.id());
        }
    }

    /** What an earlier attempt had set and this one sets again is as the last one said. */
    private void remember(List<RunOutput> set) {
        for (RunOutput output : set) {
            outputs.removeIf(output::replaces);
            outputs.add(output);
        }
    }

    /** An item has ended: itself, what it set, its target's lock and the task's warning mark in one transaction. */
    void ended(Item item, List<RunOutput> set, boolean warned) throws InterruptedException {
        boolean ever = warned || item.history().warned();
        session.log().close(plan.step(item.id().step()), item, ever);
        session.checkpoints().flush(session.log());
        long now = session.parts().clock().millis();
        session.checkpoints().write(tx -> {
            ItemRows.save(tx, task.id(), item.with(item.history().warned(ever)), now);
            keep(tx, set, ever || item.state() == ItemState.FAILED);
            locks.release(tx, item);
            return true;
        });
        remember(set);
        states = states.with(item);
        closeAround(item);
    }

    /** All that has not ended is cancelled, with the tasks that are waited for, in one transaction, however much it is; its locks go with the task. */
    void cancelOpen() throws InterruptedException {
        List<Item> open = states.items().stream()
                .filter(item -> !item.state().ended())
                .map(item -> item.moved(ItemState.CANCELED, ""))
                .toList();
        for (Item item : open) {
            PlannedStep step = plan.step(item.id().step());
            session.log().open(step, item);
            session.log().close(step, item, item.history().warned());
        }
        session.checkpoints().flush(session.log());
        long now = session.parts().clock().millis();
        session.checkpoints().write(tx -> {
            List<String> awaited = ItemRows.awaited(tx, task.id());
            for (ItemState from : List.of(ItemState.RUNNING, ItemState.WAITING, ItemState.PENDING)) {
                ItemRows.end(tx, task.id(), from, ItemState.CANCELED, "", now);
            }
            AwaitedTasks.cancel(tx, session.parts().queue(), awaited);
            return true;
        });
        open.forEach(item -> states = states.with(item));
        open.forEach(this::closeAround);
    }

    /** The nodes of the log around an ended item that have ended with it, and how far the run is. */
    private void closeAround(Item item) {
        PlannedStep step = plan.step(item.id().step());
        List<Item> all = states.items(step);
        List<Item> ofTarget =
                all.stream().filter(one -> one.position() == item.position()).toList();
        if (step.actions().size() > 1 && Item.ended(ofTarget)) {
            session.log().closeTarget(item, RunStateVariables.worst(ofTarget));
        }
        if (Item.ended(all)) {
            session.log().close(step, RunStateVariables.worst(all));
        }
        long done = plan.steps().stream()
                .filter(one -> states.turn(one).isPresent() && Item.ended(states.items(one)))
                .count();
        int steps = plan.steps().size();
        session.log().progress((int) (100 * done / steps), done + " of " + steps + " steps");
    }
}
