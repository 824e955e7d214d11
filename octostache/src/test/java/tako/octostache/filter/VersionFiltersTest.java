package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionFiltersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.2.3.4-branch.1+meta         | 1 2 3 4 branch.1 branch 1 meta
                    19.0.0.Final                  | 19 0 0 0 Final Final - -
                    V1.2.3.4-branch_hithere+meta  | 1 2 3 4 branch_hithere branch hithere meta
                    latest                        | 0 0 0 0 latest latest - -
                    1.2.3.4.5                     | 1 2 3 4 5 5 - -
                    1-2-3                         | 1 0 0 0 2-3 2 3 -
                    1.2.3-alpha.1.2+m.1           | 1 2 3 0 alpha.1.2 alpha 1.2 m.1
                    1.2.3--x                      | 1 2 3 0 -x - x -
                    1.2.3 beta                    | 1 2 3 0 beta beta - -
                    ' V 1 . 2'                    | 1 2 0 0 - - - -
                    """)
    void a_version_has_numbers_a_pre_release_and_metadata(String version, String parts) {
        assertThat(Stream.of(
                                "major",
                                "minor",
                                "patch",
                                "revision",
                                "prerelease",
                                "prereleaseprefix",
                                "prereleasecounter",
                                "metadata")
                        .map(part -> Applied.to(version, "version" + part).orElse("?"))
                        .map(part -> part.isEmpty() ? "-" : part)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "release/1.2", "1,2", "1.2.3-é", "2147483648", "1.2147483648", "١.٢"})
    void what_is_no_version_ends_the_evaluation(String text) {
        assertThatThrownBy(() -> Applied.to(text, "versionmajor"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("is not a version");
    }

    @Test
    void options_are_ignored_and_nothing_stays_nothing() {
        assertThat(Applied.to("1.2", "versionminor", "x")).contains("2");
        assertThat(Applied.toNothing("versionminor")).isEmpty();
    }

    @Test
    void a_text_that_takes_too_long_to_look_at_ends_the_evaluation() {
        assertThatThrownBy(() -> Applied.to("1".repeat(100_000) + "/", "versionmajor"))
                .isInstanceOf(FilterRefused.class);
    }
}
