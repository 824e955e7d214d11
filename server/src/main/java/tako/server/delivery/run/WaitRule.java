package tako.server.delivery.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.task.TaskResult;

/** How a run waits of which nothing runs. Pure. */
final class WaitRule {
    /** Clocks differ: a queue that is a little ahead of the run would wake it again and again. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final String NEXT_ATTEMPT = "the time of its next attempt";

    private WaitRule() {}

    /**
     * How a run parks whose items wait for these, at least one.
     *
     * @param look after how long it looks again for the end of a task, of which it is told
     */
    static TaskResult.Parked parked(Collection<Waiting> waiting, Instant now, Duration look) {
        return new TaskResult.Parked(
                waitingFor(waiting),
                waiting.stream()
                        .map(one -> one.over().orElse(now.plus(look)))
                        .min(Comparator.naturalOrder())
                        .map(time -> later(time, now.plus(SHORTEST))),
                waiting.stream().anyMatch(Waiting::keepsLocks));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** For what: questions first, because clients know by them that a person is asked. */
    static String waitingFor(Collection<Waiting> waiting) {
        List<String> questions = ids(waiting, Waiting.Answer.class).toList();
        Stream<String> tasks = ids(waiting, Waiting.End.class);
        boolean pause = waiting.stream().anyMatch(Waiting.Pause.class::isInstance);
        return Stream.of(questions.stream(), tasks, Optional.of(NEXT_ATTEMPT).filter(text -> pause).stream())
                .flatMap(some -> some)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> ids(Collection<Waiting> waiting, Class<? extends Waiting> kind) {
        return waiting.stream().filter(kind::isInstance).flatMap(one -> one.id().stream());
    }
}
