package tako.server.library.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1.0,2.0);   1.0 1.0.0+x 1.9.9 2.0-beta; 0.9 1.0-rc 2.0 2.0.0+x 2.1",
                "(1.0,2.0];   1.0.1 2.0 2.0-beta;         1.0 1.0.0 2.0.1",
                "[1.0,];      1.0 7;                      1.0-rc 0.9",
                "(,1.5];      1.5 0.1 1.5-rc;             1.5.1 2",
                "(,);         0.0 1.0-rc 9.9;             ''",
                "[1.2];       1.2 1.2.0 1.2+x;            1.2.1 1.2-rc",
                "1.2;         1.2 1.3 9;                  1.1 1.2-rc",
                "'[1,2),[3,4) '; 1 1.9 3.5;               2 2.5 4",
                "[ 1.0 , 2.0 ); 1.5;                      2.0"
            })
    void holdsWhatLiesBetweenItsEnds(String range, String inside, String outside) {
        VersionRange read = VersionRange.parse(range).orElseThrow();

        assertThat(inside.split(" ")).allMatch(text -> read.holds(version(text)));
        assertThat(outside.split(" ")).allMatch(text -> text.isEmpty() || !read.holds(version(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[1.0",
                "1.0,2.0",
                "[1.0,2.0",
                "[1.0,2.0)x",
                "[2.0,1.0]",
                "(1.0)",
                "[1.0)",
                "(1.0,1.0)",
                "[a,b]",
                "1.*",
                "[1.0,2.0),",
                "[1,2,3]",
                "[]"
            })
    void refusesWhatNoVersionCanLieInAndSaysHowOneIsWritten(String text) {
        assertThat(VersionRange.parse(text)).isEmpty();
        assertThat(VersionRange.problem(text).orElseThrow()).contains("[1.0,2.0)");
    }

    @ParameterizedTest
    @CsvSource({
        "^$,            1.0.0,        true",
        "^$,            1.0.0-beta,   false",
        "^$,            1.0.0+x,      false",
        "'^(|\\+.*)$',  1.0.0+x,      true",
        "'^(|\\+.*)$',  1.0.0-beta+x, false",
        "'^[^\\+].*',   1.0.0-beta,   true",
        "'^[^\\+].*',   1.0.0+x,      false",
        "beta.*,        1.0.0-beta.2, true",
        "^beta,         1.0.0-alpha,  false"
    })
    void aTagIsFoundInWhatFollowsTheNumbers(String tag, String version, boolean accepted) {
        assertThat(VersionTag.parse(tag).orElseThrow().accepts(version(version)))
                .isEqualTo(accepted);
    }

    @Test
    void aTagThatRunsAwayAcceptsNothing() {
        assertThat(VersionTag.parse("^(a+)+$").orElseThrow().accepts(version("1.0-" + "a".repeat(40) + "-")))
                .isFalse();
        assertThat(VersionTag.problem("(").orElseThrow()).contains("^beta");
    }

    @Test
    void aRuleIsARangeAndATag() {
        var rule = new VersionRule("[1.0,2.0)", "^$");

        assertThat(rule.of(version("1.5")).accepted()).isTrue();
        assertThat(rule.of(version("1.5-rc"))).isEqualTo(new VersionRule.Verdict(true, false));
        assertThat(rule.of(version("2.5"))).isEqualTo(new VersionRule.Verdict(false, true));
        assertThat(new VersionRule(" ", "").isOpen()).isTrue();
        assertThat(new VersionRule("[", "(").problems())
                .satisfiesExactly(
                        range -> assertThat(range).startsWith("VersionRange: '['"),
                        tag -> assertThat(tag).startsWith("Tag: '('"));
    }

    private static Version version(String text) {
        return Version.ofPackage(text).orElseThrow();
    }
}
