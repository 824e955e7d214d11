package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.platform.log.Level;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.step.StepHandler;
import tako.server.projects.process.PropertyKey;

/** Lets failed attempts wait for the time at which they are made again. */
final class Retries {
    private final Session session;
    private final RunLedger ledger;
    private final Handlers handlers;
    private final ItemTexts texts;

    Retries(Session session, RunLedger ledger, Handlers handlers, ItemTexts texts) {
        this.session = session;
        this.ledger = ledger;
        this.handlers = handlers;
        this.texts = texts;
    }

    /**
     * An attempt of an item that runs has failed: it is to be made again, if the action says so and its handler can.
     *
     * @return whether it will be
     */
    boolean again(Item running, String reason, List<RunOutput> outputs) throws InterruptedException {
        PlannedAction action = session.loaded().plan().action(running.id());
        if (handlers.of(action).filter(StepHandler::retriable).isEmpty()) {
            return false;
        }
        RetryRule rule = RetryRule.of(
                texts.property(running, PropertyKey.RETRIES), texts.property(running, PropertyKey.RETRY_BACKOFF));
        int failures = running.history().failures() + 1;
        Optional<Duration> pause = rule.pause(failures);
        if (pause.isEmpty()) {
            return false;
        }
        Instant now = session.parts().clock().instant();
        Item waits = running.with(running.history().failed().warned(true))
                .waits(new Waiting.Pause(now, now.plus(pause.get())));
        int attempts = running.attempt() + rule.most() - failures + 1;
        session.log()
                .line(
                        session.loaded().plan().step(running.id().step()),
                        running,
                        Level.WARNING,
                        "Attempt " + running.attempt() + " of " + attempts + " failed: " + reason + " Next "
                                + (pause.get().isZero() ? "at once" : "in " + WaitTexts.span(pause.get())) + ".");
        ledger.retries(waits, outputs);
        return true;
    }
}
