package tako.server.delivery.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tako.platform.database.View;
import tako.platform.log.Level;
import tako.platform.secret.Secret;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.interruption.Questions;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.step.Conclusion;
import tako.server.delivery.step.Happened;
import tako.server.delivery.step.Outcome;
import tako.server.delivery.step.StepHandler;

/** Looks whether what items wait for has happened, and lets them go on. */
final class WaitingItems {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingItems.class);

    private final Session session;
    private final RunLedger ledger;
    private final Handlers handlers;

    WaitingItems(Session session, RunLedger ledger, Handlers handlers) {
        this.session = session;
        this.ledger = ledger;
        this.handlers = handlers;
    }

    /** One look; whether an item goes on by it. */
    boolean look() throws InterruptedException {
        List<Item> waiting = ledger.states().waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        expire(waiting);
        Map<String, Happened> happened = session.checkpoints().read(view -> happened(view, waiting));
        boolean moved = false;
        for (Item item : waiting) {
            moved |= goOn(item, item.waiting().orElseThrow(), happened);
        }
        return moved;
    }

    private boolean goOn(Item item, Waiting waiting, Map<String, Happened> happened) throws InterruptedException {
        if (waiting instanceof Waiting.Pause pause) {
            boolean over = !now().isBefore(pause.until());
            if (over) {
                ledger.tryAgain(item.moved(ItemState.PENDING, ""));
            }
            return over;
        }
        Optional<Happened> came = waiting.id().flatMap(id -> Optional.ofNullable(happened.get(id)));
        if (came.isPresent()) {
            conclude(item, came.get());
        }
        return came.isPresent();
    }

    private Instant now() {
        return session.parts().clock().instant();
    }

    /** Questions that nobody has answered in time. */
    private void expire(List<Item> waiting) throws InterruptedException {
        Instant now = now();
        List<String> overdue = waiting.stream()
                .flatMap(item -> item.waiting().stream())
                .filter(one -> one instanceof Waiting.Answer answer && !now.isBefore(answer.until()))
                .flatMap(one -> one.id().stream())
                .toList();
        if (!overdue.isEmpty()) {
            Questions questions = session.parts().questions();
            session.checkpoints().write(tx -> {
                questions.expire(tx, overdue);
                return true;
            });
        }
    }

    /** What has happened of what they wait for, by the ids of that. */
    private Map<String, Happened> happened(View view, List<Item> waiting) {
        Map<String, Happened> happened = new HashMap<>();
        List<String> questions = ids(waiting, Waiting.Answer.class);
        if (!questions.isEmpty()) {
            session.parts()
                    .questions()
                    .decisions(view, questions)
                    .forEach((id, decision) -> happened.put(id, new Happened.Decided(decision)));
        }
        ids(waiting, Waiting.End.class).forEach(id -> ended(view, id).ifPresent(end -> happened.put(id, end)));
        return happened;
    }

    private static List<String> ids(List<Item> waiting, Class<? extends Waiting> kind) {
        return waiting.stream()
                .flatMap(item -> item.waiting().stream())
                .filter(kind::isInstance)
                .flatMap(one -> one.id().stream())
                .toList();
    }

    private Optional<Happened> ended(View view, String id) {
        Optional<TaskRow> task = session.parts().queue().find(view, id);
        if (task.isEmpty()) {
            return Optional.of(new Happened.Ended(id, TaskState.FAILED, "It no longer exists."));
        }
        return task.filter(row -> row.state().ended())
                .map(row -> new Happened.Ended(id, row.state(), row.state() == TaskState.SUCCESS ? "" : row.reason()));
    }

    private void conclude(Item item, Happened happened) throws InterruptedException {
        PlannedStep step = session.loaded().plan().step(item.id().step());
        session.log().open(step);
        session.log().open(step, item);
        session.log()
                .line(
                        step,
                        item,
                        Level.HIGHLIGHT,
                        WaitTexts.happened(item.waiting().orElseThrow(), happened));
        Conclusion conclusion = conclusion(item, happened);
        Item ended = switch (conclusion.outcome()) {
            case Outcome.Succeeded() -> item.moved(ItemState.SUCCEEDED, "");
            case Outcome.Failed(String reason) -> failed(step, item, reason);
            case Outcome.Waits waits -> failed(step, item, ItemRun.broke(task()));
        };
        ledger.ended(ended, outputs(item, conclusion.outputs()), false);
    }

    private Item failed(PlannedStep step, Item item, String why) {
        String reason = session.mask().mask(why);
        session.log().line(step, item, Level.FATAL, reason);
        return item.moved(ItemState.FAILED, reason);
    }

    private Conclusion conclusion(Item item, Happened happened) {
        PlannedAction action = session.loaded().plan().action(item.id());
        Optional<StepHandler<?>> handler = handlers.of(action);
        if (handler.isEmpty()) {
            return new Conclusion(new Outcome.Failed(Handlers.cannotCarryOut(action)), Map.of());
        }
        try {
            return handler.get().conclude(happened);
        } catch (RuntimeException broken) {
            LOG.error("The step {} of {} broke: {}", item.id().key(), task(), MaskedTrace.of(broken, session.mask()));
            return new Conclusion(new Outcome.Failed(ItemRun.broke(task())), Map.of());
        }
    }

    private String task() {
        return session.run().task().id();
    }

    private List<RunOutput> outputs(Item item, Map<String, String> set) {
        String action = session.loaded().plan().action(item.id()).action().label();
        List<RunOutput> outputs = new ArrayList<>();
        set.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new RunOutput(
                        action,
                        item.id().target(),
                        item.targetName(),
                        entry.getKey(),
                        Secret.of(entry.getValue()),
                        false))
                .map(output -> output.keptBy(session.mask()))
                .forEach(outputs::add);
        return outputs;
    }
}
