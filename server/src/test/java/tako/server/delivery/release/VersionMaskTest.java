package tako.server.delivery.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.server.library.packages.Version;

class VersionMaskTest {
    private static final List<Version> EXISTING = Stream.of("1.2.5", "1.2.9-beta", "1.3.0", "2.0.0.7")
            .map(Version::parse)
            .flatMap(Optional::stream)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "1.2.i, 1.2.10",
        "1.2.c, 1.2.9",
        "1.i.0, 1.4.0",
        "1.i.i, 1.4.0",
        "1.c.i, 1.3.1",
        "i.0, 3.0",
        "c.c.c.i, 2.0.0.8",
        "4.1.i, 4.1.0",
        "4.1.c, 4.1.0",
        "1.2.i-beta.1+x, 1.2.10-beta.1+x",
        "01.2.i, 01.2.10",
        "1.2.3, 1.2.3"
    })
    void resolvesLettersAgainstTheVersionsThatAgreeInThePlacesBefore(String mask, String resolved) {
        assertThat(VersionMask.resolve(mask, EXISTING)).isEqualTo(resolved);
    }

    @Test
    void theFirstReleaseOfAMaskHasZeroInItsPlace() {
        assertThat(VersionMask.resolve("1.0.i", List.of())).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "1.2-i", "i", "1.2.ii", "1.2.x", "latest", ""})
    void leavesWhatHasNoLetterInAPlaceOfANumber(String text) {
        assertThat(VersionMask.isMask(text)).isFalse();
        assertThat(VersionMask.resolve(text, EXISTING)).isEqualTo(text);
    }
}
