package tako.structured.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.yaml.Files.rewritten;

import org.junit.jupiter.api.Test;
import tako.structured.Replacement;

/** Comments stay where they were, and hinder no replacing. */
class YamlCommentsTest {
    @Test
    void comments_stay_behind_values_and_before_keys() {
        String file = "# top\na: 1 # one\n# b's\nb:\n  # inner\n  c: 2\n# end\n";
        assertThat(rewritten(file)).isEqualTo(file);
    }

    @Test
    void a_comment_after_a_mapping_that_is_indented_as_what_follows_stays_outside() {
        String file = "a:\n  b: 1\n  # of a\n# of c\nc: 2\n";
        assertThat(rewritten(file)).isEqualTo(file);
        assertThat(rewritten(file, Replacement.of("a", "x"))).isEqualTo("a: x\n# of c\nc: 2\n");
    }

    @Test
    void a_comment_behind_a_dash_stays_there_and_one_before_it_too() {
        String file = "- a # of a\n# of b\n- # also of b\n  k: b\n- c\n";
        assertThat(rewritten(file)).isEqualTo(file);
        assertThat(rewritten(file, Replacement.of("1", "x"), Replacement.of("2", "y")))
                .isEqualTo("- a # of a\n# of b\n- # also of b\n  x\n- y\n");
    }

    @Test
    void a_comment_behind_an_empty_item_is_not_taken_for_the_next_ones() {
        assertThat(rewritten("- # none\n- b\n")).isEqualTo("- '' # none\n- b\n");
    }

    @Test
    void a_list_after_a_comment_is_indented() {
        assertThat(rewritten("l: # c\n- a\n", Replacement.of("l:0", "b"))).isEqualTo("l: # c\n  - b\n");
    }

    @Test
    void a_value_that_a_comment_separates_from_its_key_stands_on_a_line_of_its_own() {
        assertThat(rewritten("k: # c\n  v\n", Replacement.of("k", "w"))).isEqualTo("k: # c\n  w\n");
        assertThat(rewritten("m: # c\n  k: v\n", Replacement.of("m", "{z: 1}"))).isEqualTo("m: # c\n  {z: 1}\n");
    }

    @Test
    void a_comment_behind_the_header_of_a_block_stays_there() {
        assertThat(rewritten("a: | # c\n  x\nb: > # d\n  y\n", Replacement.of("b", ""))).isEqualTo("a: | # c\n  x\nb: \"\" # d\n");
    }

    @Test
    void comments_in_explicit_entries_stay() {
        String file = "? # key\n  [a]\n: # value\n  b\n";
        assertThat(rewritten(file)).isEqualTo(file);
    }

    @Test
    void a_comment_before_a_document_s_mark_comes_behind_it() {
        assertThat(rewritten("# top\n---\na: 1\n# end\n---\nb: 1\n")).isEqualTo("---\n# top\na: 1\n# end\n---\nb: 1\n");
    }

    @Test
    void a_file_of_comments_stays() {
        assertThat(rewritten("# one\n\n# two")).isEqualTo("# one\n# two\n");
    }

    @Test
    void a_blank_comes_behind_the_number_sign_and_further_ones_stay() {
        assertThat(rewritten("#a\n#   b\n#\nc: 1 #d\n")).isEqualTo("# a\n#   b\n#\nc: 1 # d\n");
    }
}
