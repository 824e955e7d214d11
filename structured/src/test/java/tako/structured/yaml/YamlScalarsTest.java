package tako.structured.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.yaml.Files.rewritten;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.structured.Replacement;

/** A replaced scalar keeps its style, as far as that holds the new text. */
class YamlScalarsTest {
    @Test
    void plain_stays_plain_whatever_type_the_text_has_then() {
        assertThat(rewritten("a: false\n", Replacement.of("a", "no"))).isEqualTo("a: no\n");
        assertThat(rewritten("a: text\n", Replacement.of("a", "null"))).isEqualTo("a: null\n");
    }

    @Test
    void quotes_stay() {
        assertThat(rewritten("a: '1'\nb: \"1\"\n", Replacement.of("a", "2"), Replacement.of("b", "3"))).isEqualTo("a: '2'\nb: \"3\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# x", "[1]", "{a: 1}", "*x", "- x", "x: y", "x #y", " x", "x ", "---", "%x", "@x", "\tx", "x\t"
            })
    void a_text_that_would_not_mean_itself_is_quoted(String text) {
        assertThat(rewritten("a: 1\n", Replacement.of("a", text))).isEqualTo("a: '" + text + "'\n");
    }

    @Test
    void what_single_quotes_cannot_hold_stands_in_double_quotes() {
        assertThat(rewritten("a: 1\n", Replacement.of("a", "'x'"))).isEqualTo("a: \"'x'\"\n");
        assertThat(rewritten("a: '1'\n", Replacement.of("a", "x\u0007"))).isEqualTo("a: \"x\\a\"\n");
        assertThat(rewritten("a: '1'\n", Replacement.of("a", "x\t\ny"))).isEqualTo("a: \"x\t\\ny\"\n");
        assertThat(rewritten("a: '1'\n", Replacement.of("a", "x\ry"))).isEqualTo("a: \"x\\ry\"\n");
    }

    @Test
    void in_braces_and_brackets_more_texts_are_quoted() {
        assertThat(rewritten("[1, 2]\n", Replacement.of("0", "x, y"), Replacement.of("1", "x:y"))).isEqualTo("['x, y', 'x:y']\n");
    }

    @Test
    void a_block_keeps_its_kind_and_tells_how_its_text_begins_and_ends() {
        assertThat(rewritten("a: |\n  1\nb: >\n  1\n", Replacement.of("a", " x\ny"), Replacement.of("b", "x\ny\n\n")))
                .isEqualTo("a: |2-\n   x\n  y\nb: >+\n  x\n\n  y\n\n");
    }

    @Test
    void a_block_cannot_hold_an_empty_text_or_blanks_at_the_end() {
        assertThat(rewritten("a: |\n  1\nb: >\n  1\n", Replacement.of("a", ""), Replacement.of("b", "x ")))
                .isEqualTo("a: \"\"\nb: \"x \"\n");
    }

    @Test
    void a_variable_without_value_makes_null_of_any_style_and_drops_the_tag() {
        assertThat(rewritten("a: &x !t \"1\"\n", new Replacement("a", Optional.empty())))
                .isEqualTo("a: &x null\n");
    }

    @Test
    void an_empty_value_is_written_as_an_empty_text() {
        assertThat(rewritten("a:\nb: [x, ]\n? c\n")).isEqualTo("a: ''\nb: [x]\nc: ''\n");
    }

    @Test
    void tags_and_anchors_stay() {
        assertThat(rewritten("a: &x !!bool true\nb: !own y\n", Replacement.of("a", "no"), Replacement.of("b", "z")))
                .isEqualTo("a: &x !!bool no\nb: !own z\n");
    }

    @Test
    void what_the_encoding_lacks_is_escaped() {
        Charset western = Charset.forName("windows-1252");
        assertThat(rewritten("a: é\nb: |\n  x\n", western, Replacement.of("a", "Ł"), Replacement.of("b", "é Ł\n")))
                .isEqualTo("a: \"\\u0141\"\nb: \"é \\u0141\\n\"\n");
        assertThat(rewritten("a: 1\n", StandardCharsets.UTF_8, Replacement.of("a", "Ł"))).isEqualTo("a: Ł\n");
    }

    @Test
    void half_a_surrogate_pair_is_escaped() {
        assertThat(rewritten("a: |\n  x\n", Replacement.of("a", "\uD83D"))).isEqualTo("a: \"\\uD83D\"\n");
    }

    @Test
    void a_key_longer_than_a_line_can_begin_with_is_written_as_an_explicit_one() {
        String key = "k".repeat(1100);
        assertThat(rewritten("? " + key + "\n: 1\n", Replacement.of(key, "2"))).isEqualTo("? " + key + "\n: 2\n");
    }
}
