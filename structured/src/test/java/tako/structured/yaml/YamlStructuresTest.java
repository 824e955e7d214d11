package tako.structured.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.yaml.Files.rewritten;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.structured.Replacement;

/** A mapping or list is replaced by what the value means as YAML. */
class YamlStructuresTest {
    private static final String FILE = "m: &x !t\n  k: v # in\n  # end\nz: 1\n";

    @Test
    void a_mapping_can_become_anything() {
        assertThat(rewritten(FILE, Replacement.of("m", "- a\n- b: c"))).isEqualTo("m:\n- a\n- b: c\nz: 1\n");
        assertThat(rewritten(FILE, Replacement.of("m", "[1,{b: 2}]"))).isEqualTo("m: [1, {b: 2}]\nz: 1\n");
        assertThat(rewritten(FILE, Replacement.of("m", "\"q\""))).isEqualTo("m: \"q\"\nz: 1\n");
    }

    @Test
    void the_value_keeps_its_anchors_and_loses_its_comments() {
        assertThat(rewritten(FILE, Replacement.of("m", "&y\n# c\na: 1 # d"))).isEqualTo("m: &y\n  a: 1\nz: 1\n");
    }

    @Test
    void the_outermost_match_wins() {
        assertThat(rewritten(FILE, Replacement.of("m:k", "w"), Replacement.of("m", "{a: 1}"))).isEqualTo("m: {a: 1}\nz: 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# c", "a: [", "] x", "a: 1\n---\nb: 2"})
    void a_value_that_is_not_one_node_is_a_text_with_the_old_anchor(String value) {
        String quoted = "\"" + value.replace("\n", "\\n") + "\"";
        assertThat(rewritten(FILE, Replacement.of("m", value))).isEqualTo("m: &x " + quoted + "\nz: 1\n");
    }

    @Test
    void a_value_deeper_than_is_taken_is_a_text() {
        String deep = "[".repeat(300) + "]".repeat(300);
        assertThat(rewritten("m: {}\n", Replacement.of("m", deep))).isEqualTo("m: \"" + deep + "\"\n");
    }

    @Test
    void a_variable_without_value_makes_null() {
        assertThat(rewritten(FILE, new Replacement("m", Optional.empty()))).isEqualTo("m: &x null\nz: 1\n");
    }

    @Test
    void a_block_in_braces_is_written_in_braces() {
        assertThat(rewritten("{m: {}}\n", Replacement.of("m", "a: 1\nb: |\n  x\n"))).isEqualTo("{m: {a: 1, b: \"x\\n\"}}\n");
    }
}
