package tako.server.delivery.run;

import java.util.Collection;
import java.util.Optional;
import tako.platform.log.Level;
import tako.platform.task.TaskResult;
import tako.server.delivery.run.ItemJob.Session;

/** The end of a run: its last lines, and what its task becomes. */
final class RunClosing {
    /** What a log says of a run that was cancelled. */
    static final String CANCELLED = "Cancelled. No further step runs.";

    private final Session session;
    private final RunLedger ledger;
    private final RunLog log;
    private final Plan plan;

    RunClosing(Session session, RunLedger ledger) {
        this.session = session;
        this.ledger = ledger;
        this.log = session.log();
        this.plan = session.loaded().plan();
    }

    /** Nothing more is to be done. */
    TaskResult end(boolean failed) throws InterruptedException {
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

    /**
     * The run was cancelled, and what ran has stopped.
     *
     * @param left what did not
     */
    TaskResult cancelled(Collection<ItemId> left) throws InterruptedException {
        left.forEach(item -> log.line(
                plan.step(item.step()), Level.ERROR, "The work item " + item.key() + " did not stop in time."));
        ledger.cancelOpen();
        log.line(Level.WARNING, CANCELLED);
        log.end(ItemState.CANCELED);
        session.checkpoints().flush(log);
        return new TaskResult.Canceled();
    }
}
