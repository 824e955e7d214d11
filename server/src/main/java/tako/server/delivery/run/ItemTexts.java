package tako.server.delivery.run;

import java.util.Optional;
import tako.octostache.Evaluation;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.infrastructure.machine.Machine;
import tako.server.resource.Stored;

/** What the texts of an action come to for one item at a moment. Evaluates what users wrote: between reads, never in one. */
final class ItemTexts {
    private final Session session;
    private final RunLedger ledger;

    ItemTexts(Session session, RunLedger ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    /** A property of an item's action; "" where there is none. Most are plain texts, which cost nothing. */
    String property(Item item, String key) throws InterruptedException {
        Optional<String> text =
                session.loaded().plan().action(item.id()).action().text(key);
        if (text.filter(template -> template.contains("#{")).isEmpty()) {
            return text.orElse("");
        }
        return evaluated(item, text.get()).text();
    }

    /** A template with all variables that an item has. */
    Evaluation evaluated(Item item, String template) throws InterruptedException {
        PlannedStep step = session.loaded().plan().step(item.id().step());
        ItemJob job = new ItemJob(session, step, item, ledger.states(), ledger.outputs(), false);
        Optional<Stored<Machine>> target = session.checkpoints()
                .read(view -> session.parts()
                        .stores()
                        .machines()
                        .anywhere(view, item.id().target()));
        RunVariables.Moment moment = session.checkpoints().read(view -> RunMoment.of(view, job));
        return RunMoment.variables(job, target, moment).variables().evaluate(template);
    }
}
