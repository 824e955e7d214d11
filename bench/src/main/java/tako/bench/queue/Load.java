package tako.bench.queue;

import java.util.Optional;

/**
 * How tasks come to a queue.
 *
 * @param tasks how many in all
 * @param perSecond evenly at this rate, whatever became of those before; empty for as many as the queue takes
 */
record Load(int tasks, Optional<Double> perSecond) {
    /** How many clients add when they add as many as the queue takes, each the next one when its last is stored. */
    static final int CLIENTS = 8;

    static Load flatOut(int tasks) {
        return new Load(tasks, Optional.empty());
    }

    static Load evenly(int tasks, double perSecond) {
        return new Load(tasks, Optional.of(perSecond));
    }
}
