package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Problem;
import tako.platform.task.TaskQueue;
import tako.server.delivery.interruption.Decision;
import tako.server.delivery.interruption.Questions;

/** Questions kept in memory: one for each key, and one decision for each question. */
final class TestQuestions implements Questions {
    static final Decision.Person ADA = new Decision.Person("Users-1", "ada", "Ada Lovelace", "ada@example.org");
    private static final Duration USUAL = Duration.ofDays(30);

    /** Why nothing can be asked. */
    Optional<String> refusal = Optional.empty();

    /** What happens as soon as something was asked. */
    Runnable onAsk = () -> {};

    private record Put(Asking asking, Instant deadline) {}

    private final InstantSource clock;
    private final TaskQueue queue;
    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final Map<String, Put> put = new LinkedHashMap<>();
    private final Map<String, Decision> decided = new HashMap<>();

    TestQuestions(InstantSource clock, TaskQueue queue) {
        this.clock = clock;
        this.queue = queue;
    }

    @Override
    public synchronized Asked ask(Tx tx, Asking asking) {
        refusal.ifPresent(sentence -> {
            throw Problem.invalid(sentence);
        });
        tx.afterCommit(onAsk);
        String id = byKey.computeIfAbsent(asking.key(), key -> "Interruptions-" + (byKey.size() + 1));
        put.computeIfAbsent(
                id,
                added -> new Put(
                        asking, clock.instant().plus(asking.question().within().orElse(USUAL))));
        return new Asked(id, known(id).deadline());
    }

    @Override
    public synchronized Map<String, Decision> decisions(View view, Collection<String> ids) {
        Map<String, Decision> known = new HashMap<>(decided);
        known.keySet().retainAll(List.copyOf(ids));
        return known;
    }

    @Override
    public synchronized void expire(Tx tx, Collection<String> ids) {
        ids.stream()
                .filter(id -> !clock.instant().isBefore(known(id).deadline()))
                .forEach(id ->
                        decided.putIfAbsent(id, new Decision.Expired(known(id).deadline())));
    }

    @Override
    public synchronized void withdraw(Tx tx, String task) {
        put.forEach((id, question) -> {
            if (question.asking().task().equals(task)) {
                decided.putIfAbsent(id, new Decision.Withdrawn());
            }
        });
    }

    private Put known(String id) {
        return Optional.ofNullable(put.get(id)).orElseThrow();
    }

    /** Answers a question as a person does: the decision and the wake-up together. */
    synchronized void answer(Tx tx, String id, Decision.Verdict verdict, String notes) {
        decided.putIfAbsent(id, new Decision.Answered(verdict, notes, ADA));
        queue.wake(tx, known(id).asking().task());
    }

    /** What was asked, in order. */
    synchronized List<Asking> asked() {
        return new ArrayList<>(put.values().stream().map(Put::asking).toList());
    }

    synchronized Map<String, Decision> decided() {
        return Map.copyOf(decided);
    }
}
