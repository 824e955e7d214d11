package tako.platform.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs write bodies that take longer than they should. */
record Overruns(Duration limit) {
    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    <T extends @Nullable Object> T watch(Request<?, ?> request, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            report(request, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void report(Request<?, ?> request, Duration taken) {
        if (taken.compareTo(limit) > 0) {
            LOG.info(
                    "A change from {} took {} ms inside the database; the limit is {} ms. Do the slow part before it.",
                    request.origin(),
                    taken.toMillis(),
                    limit.toMillis());
        }
    }
}
