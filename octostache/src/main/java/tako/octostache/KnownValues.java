package tako.octostache;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Values of a set of variables that have been evaluated, so that a value which others mention is evaluated once. Holds only what is the same
 * for every evaluation: variables, resolved throughout, by filters that know no time. Bounded, because values may multiply each other.
 */
final class KnownValues {
    private static final long MAXIMUM_CHARACTERS = 4_000_000;

    /** What an entry takes besides its text, as characters. */
    private static final int ENTRY = 40;

    private final Map<Value, Value> evaluated = new ConcurrentHashMap<>();
    private final Map<String, Value> byPath = new ConcurrentHashMap<>();
    private final AtomicLong characters = new AtomicLong();

    @Nullable
    Value get(Value value) {
        return evaluated.get(value);
    }

    /** What a symbol of a {@link Symbol#path} comes to in the outermost scope, if that is known. */
    @Nullable
    Value at(String path) {
        return byPath.get(path);
    }

    /** Keeps what the value of a variable of a path came to, if that may be kept. */
    void put(String path, Value value, Value result) {
        if (value == result || evaluated.get(value) == result) {
            byPath.put(path, result);
        }
    }

    /** Keeps what a variable's value came to; a part of one is another value each time, and would never be asked for again. */
    void put(Value value, Value result) {
        if (value.variable().isEmpty()) {
            return;
        }
        int size = result.text().length() + ENTRY;
        if (characters.addAndGet(size) > MAXIMUM_CHARACTERS) {
            characters.addAndGet(-size);
        } else {
            evaluated.put(value, result);
        }
    }
}
