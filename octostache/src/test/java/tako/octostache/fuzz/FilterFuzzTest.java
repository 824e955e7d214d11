package tako.octostache.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import tako.octostache.filter.Filter;
import tako.octostache.filter.FilterRefused;
import tako.octostache.filter.StandardFilters;

/** Whatever a filter is given: it makes something of it within bounds, makes nothing of it, or refuses it with a reason. */
@Tag("fuzz")
class FilterFuzzTest {
    private static final Map<String, Filter> FILTERS =
            new TreeMap<>(StandardFilters.all(Clock.fixed(Instant.parse("2030-05-22T07:05:00Z"), ZoneOffset.UTC)));
    private static final String[] NAMES = FILTERS.keySet().toArray(String[]::new);
    private static final int LONGEST = 2_000;
    private static final int MOST_PER_CHARACTER = 10_100;

    @FuzzTest(maxDuration = "10m")
    void a_filter_ends_and_refuses_at_most(FuzzedDataProvider data) {
        Filter filter = Objects.requireNonNull(FILTERS.get(data.pickValue(NAMES)));
        String argument = data.consumeString(LONGEST);
        var options = IntStream.range(0, data.consumeInt(0, 3))
                .mapToObj(_ -> data.consumeString(LONGEST))
                .toList();

        try {
            Optional<String> result = filter.apply(Optional.of(argument), options);
            long given = argument.length()
                    + options.stream().mapToInt(String::length).sum()
                    + 1L;
            assertThat(result.map(String::length).orElse(0).longValue())
                    .isLessThanOrEqualTo(given * MOST_PER_CHARACTER);
            assertThat(filter.apply(Optional.of(argument), options)).isEqualTo(result);
        } catch (FilterRefused refused) {
            assertThat(refused).hasMessageMatching("(?s).*\\S.*[.]");
        }
    }
}
