package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long text is no reason for a filter to fail otherwise than with a sentence. */
class LongTextTest {
    private static final Map<String, Filter> FILTERS = StandardFilters.all(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final int LENGTH = 100_000;

    static Stream<String> filters() {
        return FILTERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_takes_long_texts_and_options(String name) {
        Filter filter = FILTERS.getOrDefault(name, (argument, _) -> argument);
        for (String piece : List.of("\n", " ", "a", "9", ".", "1,", "%41", "é", "\\", "#", "http://a.", "M")) {
            String text = piece.repeat(LENGTH / piece.length());
            assertTimeoutPreemptively(TIME, () -> {
                assertEnds(filter, text, List.of());
                assertEnds(filter, text, List.of(text));
                assertEnds(filter, "1", List.of(text));
                assertEnds(filter, "2030-05-22", List.of("date", text));
                assertEnds(filter, "http://" + text, List.of("path"));
            });
        }
    }

    private static void assertEnds(Filter filter, String argument, List<String> options) {
        try {
            assertThat(filter.apply(Optional.of(argument), options)).isNotNull();
        } catch (FilterRefused refused) {
            assertThat(refused).hasMessageEndingWith(".");
        }
    }
}
