package tako.steps.kubernetes.manifest;

import java.util.List;

/**
 * What a text turned out to be.
 *
 * @param <T> what it should be
 */
public sealed interface Parsed<T> {
    /** What it should be. */
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * Something else.
     *
     * @param problems sentences for people: where, what, and what to do
     */
    record Refused<T>(List<String> problems) implements Parsed<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
