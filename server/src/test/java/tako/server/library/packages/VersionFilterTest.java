package tako.server.library.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionFilterTest {
    private static final List<String> TAGS =
            List.of("latest", "1.0.0", "1.2.0-beta", "v1.1.0", "2.0.0", "1.0.0", "main");

    @Test
    void acceptsEverythingOnceWhenItAsksForNothing() {
        assertThat(VersionFilter.ALL.newestFirst(TAGS))
                .containsExactly("2.0.0", "1.2.0-beta", "v1.1.0", "1.0.0", "main", "latest");
        assertThat(VersionFilter.of(List.of(new VersionRule("", ""))).newestFirst(TAGS))
                .hasSize(6);
    }

    @Test
    void aRangeTakesNoTagThatIsNoVersion() {
        assertThat(VersionFilter.of(List.of(new VersionRule("[1.0,2.0)", ""))).newestFirst(TAGS))
                .containsExactly("1.2.0-beta", "v1.1.0", "1.0.0");
    }

    @Test
    void everyRuleMustPass() {
        var rules = List.of(new VersionRule("[1.0,2.0)", ""), new VersionRule("", "^$"));

        assertThat(VersionFilter.of(rules).newestFirst(TAGS)).containsExactly("v1.1.0", "1.0.0");
    }

    @Test
    void preReleasesCanBeLeftOut() {
        assertThat(new VersionFilter(List.of(), false, "").newestFirst(TAGS))
                .containsExactly("2.0.0", "v1.1.0", "1.0.0", "main", "latest");
    }

    @Test
    void findsAPartOfAVersionIgnoringCase() {
        assertThat(new VersionFilter(List.of(), true, " BETA ").newestFirst(TAGS))
                .containsExactly("1.2.0-beta");
    }

    @Test
    void saysWhatIsWrongWithItsRules() {
        assertThat(VersionFilter.of(List.of(new VersionRule("[1", "("))).problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("VersionRange: '[1'"))
                .anyMatch(problem -> problem.startsWith("Tag: '('"));
        assertThat(VersionFilter.ALL.problems()).isEmpty();
    }
}
