package tako.platform.database;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param turn how long a caller waits for its turn before it is refused; once its body runs, it waits for the outcome
 * @param body how long a body's statements may run before the database ends them
 * @param pause how long a body may stand still between two statements before the database rolls it back: others wait for what it has
 *     locked, and a node that was stopped in the middle of it must not hold up the one that takes over from it
 * @param overrun a write body that takes longer than this is logged, because it holds up all other writes
 */
record Limits(Duration turn, Duration body, Duration pause, Duration overrun) {
    static Limits standard() {
        return new Limits(
                Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMillis(50));
    }
}
