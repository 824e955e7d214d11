package tako.server.delivery.run;

import java.util.List;
import tako.platform.log.Level;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.step.StepHandler.AfterCrash;

/** What becomes of items that were running when their server was lost, as the handler of each says. */
final class AfterLoss {
    private final Session session;
    private final RunLedger ledger;
    private final Handlers handlers;

    AfterLoss(Session session, RunLedger ledger, Handlers handlers) {
        this.session = session;
        this.ledger = ledger;
        this.handlers = handlers;
    }

    /** Treats them all. @return those that still run elsewhere, to be attached to */
    List<Item> treat() throws InterruptedException {
        List<Item> interrupted = ledger.states().items().stream()
                .filter(item -> item.state() == ItemState.RUNNING)
                .toList();
        for (Item item : interrupted) {
            treat(item);
        }
        return ledger.states().items().stream()
                .filter(item -> item.state() == ItemState.RUNNING)
                .toList();
    }

    private void treat(Item item) throws InterruptedException {
        PlannedStep step = session.loaded().plan().step(item.id().step());
        AfterCrash policy = handlers.afterCrash(step.actions().get(item.id().action()));
        session.log().open(step);
        session.log().open(step, item);
        switch (policy) {
            case REPEAT -> {
                tell(step, item, "It was interrupted. Running it again does no harm, so it is run again.");
                ledger.again(item.moved(ItemState.PENDING, ""));
            }
            case ATTACH -> {
                tell(step, item, "The server was interrupted. Looking for what still runs of it.");
                ledger.takeUp(item.takenUp(session.run().task().epoch()));
            }
            case ASK, FAIL -> {
                session.log().line(step, item, Level.FATAL, ItemRun.INTERRUPTED);
                ledger.ended(item.moved(ItemState.FAILED, ItemRun.INTERRUPTED), List.of(), true);
            }
        }
    }

    private void tell(PlannedStep step, Item item, String sentence) {
        session.log().line(step, item, Level.WARNING, sentence);
    }
}
