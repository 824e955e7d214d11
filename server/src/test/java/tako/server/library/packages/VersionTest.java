package tako.server.library.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"1.0", "1.2.3", "1.2.3.4", "01.002.3", "1.0-rc", "1.0.0-beta.11+build.5", "2026.1.0+x", "1.2.3--"
            })
    void readsTwoToFourNumbersWithAPreReleaseAndMetadata(String text) {
        assertThat(Version.parse(text)).map(Version::text).contains(text);
        assertThat(Version.problem(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.",
                ".1",
                "1.2.3.4.5",
                "v1.2.3",
                "1.2.3-",
                "1.2.3+",
                "1.2.3-a..b",
                "1.2.3-a b",
                "latest",
                "1.2.i",
                "1.2.3\n"
            })
    void refusesWhatIsNoVersionAndSaysWhatOneLooksLike(String text) {
        assertThat(Version.parse(text)).isEmpty();
        assertThat(Version.problem(text).orElseThrow()).contains("1.4.2");
    }

    @Test
    void allows349CharactersAndNoMore() {
        String longest = "1.0-" + "a".repeat(345);
        assertThat(Version.parse(longest)).isPresent();
        assertThat(Version.parse(longest + "a")).isEmpty();
        assertThat(Version.problem(longest + "a"))
                .hasValueSatisfying(text -> assertThat(text).contains("350", "349"));
    }

    @Test
    void ordersByNumbersThenPreReleaseThenMetadata() {
        List<String> ascending = List.of(
                "0.0.1",
                "0.9",
                "1.0-1",
                "1.0.0-2",
                "1.0-10",
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0",
                "1.0.0+a",
                "1.0.0+b",
                "1.0.0.1",
                "1.0.1",
                "1.2",
                "1.10",
                "2.0",
                "20260101.184467440737095516160");
        List<Version> shuffled = new ArrayList<>(versions(ascending));
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);
        assertThat(shuffled).extracting(Version::text).containsExactlyElementsOf(ascending);
    }

    @Test
    void everyPairComparesTheSameFromBothSidesAndOrderIsTransitive() {
        List<Version> all = everyCombination();
        for (Version a : all) {
            for (Version b : all) {
                assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
                for (Version c : all) {
                    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
                        assertThat(a).isLessThanOrEqualTo(c);
                    }
                }
            }
        }
    }

    @Test
    void missingNumbersLeadingZerosAndLetterCaseMakeNoDifferenceToTheOrder() {
        assertThat(version("1.0")).isEqualByComparingTo(version("1.0.0.0"));
        assertThat(version("1.02.3")).isEqualByComparingTo(version("1.2.3"));
        assertThat(version("1.0-RC.1")).isEqualByComparingTo(version("1.0-rc.1"));
    }

    @Test
    void twoVersionsOfAProjectAreTheSameWhenOnlyLetterCaseDiffers() {
        assertThat(version("1.0-RC").key()).isEqualTo(version("1.0-rc").key());
        assertThat(version("1.0").key()).isNotEqualTo(version("1.0.0").key());
    }

    private static List<Version> everyCombination() {
        return Stream.of("1.0", "1.0.0", "1.1", "01.1.0.0")
                .flatMap(
                        numbers -> Stream.of("", "-1", "-2", "-a", "-A", "-a.1").map(pre -> numbers + pre))
                .flatMap(text -> Stream.of("", "+m").map(meta -> text + meta))
                .map(VersionTest::version)
                .toList();
    }

    private static List<Version> versions(List<String> texts) {
        return texts.stream().map(VersionTest::version).toList();
    }

    private static Version version(String text) {
        return Version.parse(text).orElseThrow();
    }
}
