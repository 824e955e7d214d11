package tako.octostache.filter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A filter that may take long, and ends with its evaluation's time. */
@FunctionalInterface
public interface TimedFilter extends Filter {
    /** How long it may take where no evaluation gives it a time. */
    Duration OUTSIDE_EVALUATIONS = Duration.ofSeconds(1);

    /**
     * As {@link Filter#apply}, in time.
     *
     * @throws FilterRefused at the deadline
     */
    Optional<String> apply(Optional<String> argument, List<String> options, Deadline deadline);

    @Override
    default Optional<String> apply(Optional<String> argument, List<String> options) {
        return apply(argument, options, Deadline.in(OUTSIDE_EVALUATIONS));
    }
}
