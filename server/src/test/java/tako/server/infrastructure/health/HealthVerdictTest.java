package tako.server.infrastructure.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HealthVerdictTest {
    @Test
    void what_can_be_deployed_to_or_takes_no_part_fails_nothing() {
        assertThat(HealthVerdict.failure(Map.of("a", "Healthy", "b", "HasWarnings", "c", "Unknown", "d", "Disabled")))
                .isEmpty();
        assertThat(HealthVerdict.failure(Map.of())).isEmpty();
    }

    @Test
    void what_cannot_is_named() {
        var outcomes = new LinkedHashMap<String, String>();
        outcomes.put("a", "Unavailable");
        outcomes.put("b", "Healthy");
        outcomes.put("c", "Unhealthy");

        assertThat(HealthVerdict.failure(Collections.unmodifiableMap(outcomes)))
                .contains(
                        "2 of 3 deployment targets cannot be deployed to: a (Unavailable), c (Unhealthy). The log says of"
                                + " each what is wrong.");
    }

    @Test
    void ten_are_named_at_most() {
        var outcomes = new LinkedHashMap<String, String>();
        IntStream.range(0, 11).forEach(n -> outcomes.put("t" + n, "Unhealthy"));

        assertThat(HealthVerdict.failure(outcomes).orElse(""))
                .contains("t9 (Unhealthy) and others")
                .doesNotContain("t10");
    }
}
