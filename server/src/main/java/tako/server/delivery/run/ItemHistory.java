package tako.server.delivery.run;

import java.util.Optional;

/**
 * What is known of an item beyond its state.
 *
 * @param failures how many of its attempts have failed
 * @param warned whether the log of any of them has warnings or errors
 * @param limit of the attempt that runs
 * @param waiting what it waits for, while it does
 */
record ItemHistory(int failures, boolean warned, Optional<TimeLimit> limit, Optional<Waiting> waiting) {
    static final ItemHistory NONE = new ItemHistory(0, false, Optional.empty(), Optional.empty());

    ItemHistory started(Optional<TimeLimit> newLimit) {
        return new ItemHistory(failures, warned, newLimit, Optional.empty());
    }

    ItemHistory waits(Waiting what) {
        return new ItemHistory(failures, warned, Optional.empty(), Optional.of(what));
    }

    ItemHistory warned(boolean also) {
        return new ItemHistory(failures, warned || also, limit, waiting);
    }

    ItemHistory failed() {
        return new ItemHistory(failures + 1, warned, limit, waiting);
    }

    /** The same of an item that waits for nothing. */
    ItemHistory goesOn() {
        return new ItemHistory(failures, warned, limit, Optional.empty());
    }
}
