package tako.server.library.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOrderTest {
    /** What a registry may hold, in the order in which people should see it; 1.9.0 and 1.9 mean the same. */
    private static final List<String> TAGS = List.of(
            "20240101",
            "v10.0.0",
            "2.0.0",
            "2.0.0-rc.10",
            "2.0.0-rc.9",
            "2.0.0_beta",
            "1.10.0",
            "1.9.0",
            "1.9",
            "1.9.0-alpine3.20",
            "1",
            "release-10",
            "release-9",
            "main",
            "edge",
            "7f3a9c1",
            "latest");

    @Test
    void putsTheNewestFirstAndLatestBehindEverything() {
        assertThat(VersionOrder.newestFirst(TAGS)).isEqualTo(TAGS);
    }

    @Test
    void doesNotDependOnTheOrderInWhichARegistryListsThem() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            var shuffled = new ArrayList<>(TAGS);
            Collections.shuffle(shuffled, random);
            assertThat(VersionOrder.newestFirst(shuffled)).isEqualTo(TAGS);
        }
    }

    @Test
    void latestIsLastAlsoAmongTagsThatAreNoVersions() {
        assertThat(VersionOrder.newestFirst(List.of("latest", "edge", "zebra")))
                .last()
                .isEqualTo("latest");
        assertThat(VersionOrder.newestFirst(List.of("latest"))).containsExactly("latest");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, ''",
        "v1.2.3, 1.2.3, ''",
        "V2, 2, ''",
        "1.2.3-rc.1, 1.2.3, rc.1",
        "1.2.3_4, 1.2.3, 4",
        "1.2.3.4.5, 1.2.3.4, 5",
        "1.2.3.beta, 1.2.3, beta",
        "1.2.3-a..b, 1.2.3, a.b",
        "1.2.3-a., 1.2.3, a",
        "1.2.3., 1.2.3, ''",
        "1.2.3alpine, 1.2.3, alpine",
        "3.20-alpine, 3.20, alpine"
    })
    void readsTagsThatBeginWithNumbers(String tag, String numbers, String preRelease) {
        Version version = VersionOrder.ofTag(tag).orElseThrow();

        assertThat(version.comparePrecedence(
                        new Version("", Version.ofPackage(numbers).orElseThrow().numbers(), preRelease, "")))
                .isZero();
        assertThat(version.text()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "main", "7f3a9c1", "sha-12345", "version1", "v", "", "20e4", "٣.١"})
    void othersAreNoVersions(String tag) {
        assertThat(VersionOrder.ofTag(tag)).isEmpty();
    }

    @Test
    void isATotalOrderOfWhateverPeopleWrite() {
        var random = new Random(11);
        String letters = "aAbB019.-_v";
        for (int round = 0; round < 3000; round++) {
            List<String> tags = random.ints(12, 1, 5)
                    .mapToObj(length -> random.ints(length, 0, letters.length())
                            .mapToObj(at -> letters.substring(at, at + 1))
                            .reduce("", String::concat))
                    .distinct()
                    .toList();
            var shuffled = new ArrayList<>(tags);
            Collections.shuffle(shuffled, random);
            assertThat(VersionOrder.newestFirst(shuffled)).isEqualTo(VersionOrder.newestFirst(tags));
        }
    }
}
