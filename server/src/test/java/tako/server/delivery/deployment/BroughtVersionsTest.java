package tako.server.delivery.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.server.library.packages.Version;

class BroughtVersionsTest {
    @ParameterizedTest
    @CsvSource({
        "1.3.0,     1.0.0, 1.1.0 1.2.0 1.3.0",
        "1.3.0,     '',    1.0.0 1.1.0 1.2.0 1.3.0",
        "1.2.0,     1.1.0, 1.2.0",
        "1.1.0,     1.1.0, ''",
        "1.0.0,     1.3.0, ''",
        "1.2.0-rc,  1.0.0, 1.2.0-rc",
        "1.2.0-rc,  1.3.0, 1.2.0-rc",
        "1.3.0,     1.2.0-rc, 1.2.0 1.3.0"
    })
    void areThoseSinceTheLastSuccess(String deployed, String standing, String brought) {
        List<Version> all = versions("1.3.0 1.0.0 1.2.0-rc 1.2.0 1.4.0 1.1.0");

        assertThat(BroughtVersions.of(version(deployed), Version.parse(standing), all))
                .extracting(Version::text)
                .containsExactly(brought.isEmpty() ? new String[0] : brought.split(" "));
    }

    @Test
    void areTheNewestOnesWhenThereAreTooMany() {
        List<Version> all = IntStream.rangeClosed(1, BroughtVersions.MOST + 5)
                .mapToObj(number -> version("1." + number))
                .toList();

        assertThat(BroughtVersions.of(all.getLast(), Optional.empty(), all))
                .hasSize(BroughtVersions.MOST)
                .startsWith(version("1.6"))
                .endsWith(all.getLast());
    }

    private static List<Version> versions(String texts) {
        return Arrays.stream(texts.split(" ")).map(BroughtVersionsTest::version).toList();
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }
}
