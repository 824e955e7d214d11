package tako.structured.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.yaml.Files.rewriting;
import static tako.structured.yaml.Files.rewritten;

import org.junit.jupiter.api.Test;
import tako.structured.Replacement;
import tako.structured.Rewriting;

/** Which place a variable's name means. */
class YamlPathsTest {
    @Test
    void keys_and_indexes_are_joined_by_colons() {
        assertThat(rewritten("a:\n- b: 1\n- b: 2\n", Replacement.of("a:1:b", "3")))
                .isEqualTo("a:\n- b: 1\n- b: 3\n");
    }

    @Test
    void letter_case_does_not_matter() {
        assertThat(rewritten("Server:\n  Port: 1\n", Replacement.of("SERVER:port", "2")))
                .isEqualTo("Server:\n  Port: 2\n");
    }

    @Test
    void letters_are_the_same_as_the_variable_language_has_it() {
        assertThat(rewritten("\u0130: 1\ni: 1\n", Replacement.of("I", "2"))).isEqualTo("\u0130: 1\ni: 2\n");
    }

    @Test
    void of_two_variables_with_a_name_the_later_counts() {
        assertThat(rewritten("a: 1\n", Replacement.of("a", "2"), Replacement.of("A", "3")))
                .isEqualTo("a: 3\n");
    }

    @Test
    void every_place_with_the_path_is_replaced() {
        assertThat(rewritten("a:\n  b: 1\na:b: 1\nA:\n  B: 1\n", Replacement.of("a:b", "2")))
                .isEqualTo("a:\n  b: 2\na:b: 2\nA:\n  B: 2\n");
    }

    @Test
    void each_document_counts_from_its_own_root() {
        assertThat(rewritten("- a\n---\n- b\n", Replacement.of("0", "x"))).isEqualTo("- x\n---\n- x\n");
    }

    @Test
    void an_empty_name_means_the_root() {
        assertThat(rewritten("a: 1\n", Replacement.of("", "b: 2"))).isEqualTo("b: 2\n");
    }

    @Test
    void an_aliased_item_is_counted_and_left() {
        assertThat(rewritten("- &x 1\n- *x\n- 3\n", Replacement.of("1", "b"), Replacement.of("2", "c")))
                .isEqualTo("- &x 1\n- *x\n- c\n");
    }

    @Test
    void what_follows_an_aliased_value_or_a_complex_key_has_its_path() {
        assertThat(rewritten("<<: *x\n? [p, q]\n: r\na: 1\n", Replacement.of("a", "2")))
                .isEqualTo("<<: *x\n? [p, q]\n: r\na: 2\n");
    }

    @Test
    void keys_and_what_is_in_them_are_never_replaced() {
        assertThat(rewritten("? {a: 1}\n: 2\n", Replacement.of("a", "3"), Replacement.of(":a", "3")))
                .isEqualTo("? {a: 1}\n: 2\n");
    }

    @Test
    void names_that_start_with_Octopus_mean_nothing_unless_a_colon_follows() {
        assertThat(rewritten(
                        "octopus: 1\nOctopusServer:\n  a: 1\nOctopus.Id: 1\n",
                        Replacement.of("Octopus", "2"),
                        Replacement.of("OctopusServer:a", "2"),
                        Replacement.of("Octopus.Id", "2")))
                .isEqualTo("octopus: 1\nOctopusServer:\n  a: 1\nOctopus.Id: 1\n");
        assertThat(rewritten("octopus:\n  a: 1\n", Replacement.of("Octopus:a", "2")))
                .isEqualTo("octopus:\n  a: 2\n");
    }

    @Test
    void the_variables_that_found_a_place_are_told_once_in_the_order_of_the_places() {
        assertThat(rewriting(
                        "a: 1\nb: 2\nA: 3\n",
                        Replacement.of("B", "x"),
                        Replacement.of("a", "y"),
                        Replacement.of("c", "z")))
                .isInstanceOfSatisfying(
                        Rewriting.Rewritten.class,
                        file -> assertThat(file.used()).containsExactly("a", "B"));
    }
}
