package tako.octostache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Values of a set of variables that have been evaluated, so that a value which others mention is evaluated once. Holds only what is the same
 * for every evaluation: resolved throughout, by filters that know no time. Bounded, because values may multiply each other.
 */
final class KnownValues {
    private static final long MAXIMUM_CHARACTERS = 4_000_000;

    private final Map<Value, Value> evaluated = new ConcurrentHashMap<>();
    private final AtomicLong characters = new AtomicLong();

    @Nullable Value get(Value value) {
        return evaluated.get(value);
    }

    void put(Value value, Value result) {
        if (characters.addAndGet(result.text().length()) > MAXIMUM_CHARACTERS) {
            characters.addAndGet(-result.text().length());
        } else {
            evaluated.put(value, result);
        }
    }
}
