package tako.structured.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.yaml.Files.rewriting;

import org.junit.jupiter.api.Test;
import tako.structured.Rewriting;

/** What cannot be read is refused with its place, and nothing is changed. */
class YamlRefusalsTest {
    @Test
    void a_fault_is_told_with_line_and_column() {
        assertRefused("a: 1\nb: c: d\n", "mapping values are not allowed here", 2, 5);
    }

    @Test
    void columns_are_counted_in_UTF_16_units() {
        assertRefused("'😎': b: d\n", "mapping values are not allowed here", 1, 8);
    }

    @Test
    void a_character_that_cannot_stand_in_YAML_is_named() {
        assertRefused("a: 1\nb: \u0001\n", "U+0001", 2, 4);
    }

    @Test
    void an_escape_that_means_no_character_is_a_fault() {
        assertRefused("a: \"\\UFFFFFFFF\"\n", "escapes", 1, 1);
        assertRefused("a: \"\\q\"\n", "unknown escape", 1, 6);
    }

    @Test
    void a_version_of_YAML_that_does_not_exist_is_a_fault() {
        assertRefused("%YAML 2.0\n---\na: 1\n", "%YAML", 1, 1);
    }

    @Test
    void a_tab_as_indentation_is_a_fault_after_the_first_line() {
        assertRefused("a:\n\tb: 1\n", "TAB", 2, 1);
    }

    @Test
    void nesting_is_bounded() {
        assertRefused("[".repeat(100_000), "256", 1, 257);
        assertThat(rewriting("[".repeat(256) + "]".repeat(256))).isInstanceOf(Rewriting.Rewritten.class);
    }

    @Test
    void aliases_are_not_replaced_by_what_they_mean() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assertThat(Files.rewritten(bomb)).isEqualTo(bomb);
    }

    private static void assertRefused(String text, String reason, int line, int column) {
        assertThat(rewriting(text)).isInstanceOfSatisfying(Rewriting.Unreadable.class, refused -> {
            assertThat(refused.message()).contains(reason);
            assertThat(refused.line()).as("line").isEqualTo(line);
            assertThat(refused.column()).as("column").isEqualTo(column);
        });
    }
}
