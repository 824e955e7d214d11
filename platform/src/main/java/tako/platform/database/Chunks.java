package tako.platform.database;

import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Long lists in parts: clients may ask for all there is, and a statement takes only so many values (PostgreSQL 65,535). */
public final class Chunks {
    /** How many values a part has at most. */
    public static final int SIZE = 1_000;

    private Chunks() {}

    /** The parts of a list, in its order, each of 1 to {@link #SIZE} values; none of an empty list. */
    public static <T> Stream<List<T>> of(Collection<T> all) {
        return all.stream().gather(Gatherers.windowFixed(SIZE));
    }
}
