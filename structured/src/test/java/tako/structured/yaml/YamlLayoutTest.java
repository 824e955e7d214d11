package tako.structured.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.yaml.Files.rewritten;

import org.junit.jupiter.api.Test;

/** The whole file is laid out anew, also where nothing is replaced. */
class YamlLayoutTest {
    @Test
    void the_indentation_found_most_often_is_used_everywhere() {
        assertThat(rewritten("a:\n    b:\n        c: 1\nd:\n  e: 1\n"))
                .isEqualTo("a:\n    b:\n        c: 1\nd:\n    e: 1\n");
    }

    @Test
    void of_steps_found_as_often_the_first_is_used() {
        assertThat(rewritten("a:\n   b: 1\nc:\n    d: 1\n")).isEqualTo("a:\n   b: 1\nc:\n   d: 1\n");
    }

    @Test
    void an_anchor_does_not_count_as_indentation() {
        assertThat(rewritten("a: &anchor\n    b: 1\nc: &x\n- 1\n")).isEqualTo("a: &anchor\n    b: 1\nc: &x\n- 1\n");
    }

    @Test
    void a_list_in_a_mapping_is_not_indented_but_one_in_a_list_is() {
        assertThat(rewritten("a:\n  - - 1\n    - 2\n  - b:\n      - 3\n")).isEqualTo("a:\n- - 1\n  - 2\n- b:\n  - 3\n");
    }

    @Test
    void braces_and_brackets_stay_on_one_line_without_their_comments() {
        assertThat(rewritten("a: [1, # one\n  {x: 1,\n  y: 2}] # all\n")).isEqualTo("a: [1, {x: 1, y: 2}] # all\n");
    }

    @Test
    void blank_lines_and_spare_blanks_go_and_the_last_line_is_ended() {
        assertThat(rewritten("a:   1\n\n\nb:  'x'")).isEqualTo("a: 1\nb: 'x'\n");
    }

    @Test
    void directives_and_the_marks_of_documents_stay() {
        String file = "%YAML 1.2\n%TAG !e! tag:example.org,2000:\n--- !e!t\na: !e!u x\n...\n--- b\n";
        assertThat(rewritten(file)).isEqualTo(file);
    }

    @Test
    void a_tag_that_no_handle_means_is_written_in_full() {
        assertThat(rewritten("!<tag:example.org,2000:t> a\n")).isEqualTo("!<tag:example.org,2000:t> a\n");
    }

    @Test
    void an_aliased_key_has_a_blank_before_its_colon() {
        assertThat(rewritten("&x a: 1\n*x : 2\n")).isEqualTo("&x a: 1\n*x : 2\n");
    }

    @Test
    void separators_are_escapes_also_those_that_the_parser_lacks() {
        assertThat(rewritten("a: \"x\\Ly\\\\L\\P\"\nb: x\u2028y\n")).isEqualTo("a: \"x\\Ly\\\\L\\P\"\nb: \"x\\Ly\"\n");
    }

    @Test
    void tabs_before_the_first_content_are_blanks() {
        assertThat(rewritten("\ta: 1\n")).isEqualTo("a: 1\n");
    }

    @Test
    void an_empty_file_stays_empty() {
        assertThat(rewritten("")).isEmpty();
    }
}
