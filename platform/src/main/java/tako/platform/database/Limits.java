package tako.platform.database;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param turn how long a caller waits for its turn before it is refused; once its body runs, it waits for the outcome
 * @param body how long a body's statements may run before the database ends them
 * @param overrun a write body that takes longer than this is logged, because it holds up all other writes
 */
record Limits(Duration turn, Duration body, Duration overrun) {
    static Limits standard() {
        return new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(50));
    }
}
