package tako.server.resource;

import java.util.List;
import java.util.function.Function;

/** Some rows of a list, and how many there are in all. */
public record Slice<T>(List<T> items, int total) {
    /** The same slice of something made from each row. */
    public <U> Slice<U> map(Function<T, U> mapping) {
        return new Slice<>(items.stream().map(mapping).toList(), total);
    }
}
