package tako.bench.harness;

import java.util.List;

/**
 * Where the two sides of a benchmark are measured, in turn. Each measurement starts from fresh state, checks afterwards that the
 * work was really done, and throws {@link Incorrect} instead of returning a figure if it was not.
 */
public interface Arena extends AutoCloseable {
    /** One measurement of ours, in the benchmark's unit. */
    double ours() throws Exception;

    /** One measurement of what ours is compared with; called after {@link #ours} in each pair. */
    double peer() throws Exception;

    /** Versions and settings on which the figures depend, a line each; asked after the last measurement. */
    List<String> settings() throws Exception;

    /** Further figures of the same measurements; asked after the last one. */
    default List<Further> further() {
        return List.of();
    }

    /** Figures without a target, each a line for people; measured after the last pair. */
    default List<String> beside() throws Exception {
        return List.of();
    }

    @Override
    void close();
}
