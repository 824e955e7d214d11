package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.log.Level;
import tako.server.delivery.interruption.Question;
import tako.server.delivery.interruption.Questions;
import tako.server.delivery.interruption.Questions.Asked;
import tako.server.delivery.interruption.Questions.Asking;
import tako.server.delivery.run.ItemJob.Session;
import tako.server.delivery.step.Awaited;

/** Lets items begin to wait: what they ask is put to people in the checkpoint in which they do. */
final class Awaiting {
    private static final List<String> REGARDED = List.of("Octopus.Release.Id", "Octopus.Release.Channel.Id");

    private final Session session;
    private final RunLedger ledger;

    Awaiting(Session session, RunLedger ledger) {
        this.session = session;
        this.ledger = ledger;
    }

    /** An item whose handler waits begins to. */
    void begin(Item item, Awaited awaited, List<RunOutput> outputs) throws InterruptedException {
        switch (awaited) {
            case Awaited.Answer(Question asked) -> ask(item, masked(asked), outputs);
            case Awaited.End(String task) -> {
                Waiting waiting = new Waiting.End(task, session.parts().clock().instant());
                Item waits = ledger.waits(outputs, tx -> item.waits(waiting));
                tell(waits, WaitTexts.waits(waiting));
            }
        }
    }

    private void ask(Item item, Question question, List<RunOutput> outputs) throws InterruptedException {
        var now = session.parts().clock().instant();
        Item waits = ledger.waits(outputs, tx -> {
            Asked asked = put(tx, item, question);
            return item.waits(new Waiting.Answer(asked.id(), now, asked.deadline(), question.blocksOthers()));
        });
        if (waits.waiting().orElseThrow() instanceof Waiting.Answer waiting) {
            tell(waits, WaitTexts.asks(question, waiting));
        }
    }

    private Asked put(Tx tx, Item item, Question question) {
        Questions questions = session.parts().questions();
        String task = session.run().task().id();
        PlannedStep step = session.loaded().plan().step(item.id().step());
        return questions.ask(
                tx,
                new Asking(
                        item.executionKey(task),
                        task,
                        session.loaded().spec().space(),
                        session.log().attempt(step, item),
                        question,
                        regards()));
    }

    /** The documents that the run is about. */
    private List<String> regards() {
        RunSpec spec = session.loaded().spec();
        Map<String, String> system = spec.system();
        List<String> ids = new ArrayList<>(
                List.of(spec.owner(), spec.place().projectId(), spec.place().environmentId()));
        Stream.concat(
                        REGARDED.stream().flatMap(name -> Optional.ofNullable(system.get(name)).stream()),
                        Stream.concat(spec.place().channelId().stream(), spec.place().tenantId().stream()))
                .filter(id -> !id.isEmpty())
                .forEach(ids::add);
        return ids.stream().distinct().toList();
    }

    private Question masked(Question question) {
        return new Question(
                session.mask().mask(question.title()),
                session.mask().mask(question.instructions()),
                question.responsibleTeams().stream().map(session.mask()::mask).toList(),
                question.blocksOthers(),
                question.within());
    }

    private void tell(Item item, String sentence) {
        session.log().line(session.loaded().plan().step(item.id().step()), item, Level.WAIT, sentence);
    }
}
