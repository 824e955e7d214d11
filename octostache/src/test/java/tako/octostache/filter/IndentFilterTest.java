package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndentFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2     | '  a
                      b'
                    0     | 'a
                    b'
                    /2    | 'a
                      b'
                    2/1   | '  a
                     b'
                    '> '  | '> a
                    > b'
                    2/    | '2/a
                    2/b'
                    //    | '//a
                    //b'
                    256   | '256a
                    256b'
                    256/3 | '256/3a
                    256/3b'
                    """)
    void an_option_is_a_width_or_two_or_else_stands_before_every_line(String option, String indented) {
        assertThat(Applied.to("a\nb", "indent", option)).contains(indented);
    }

    @Test
    void without_options_four_blanks_stand_before_every_line() {
        assertThat(Applied.to("a\r\nb", "indent")).contains("    a\r\n    b");
    }

    @Test
    void two_options_stand_before_the_first_line_and_the_others() {
        assertThat(Applied.to("a\nb\n", "indent", "- ", "2")).contains("- a\n2b\n2");
    }

    @Test
    void three_options_are_refused_unless_there_is_nothing_to_indent() {
        assertThat(Applied.to("a", "indent", "1", "2", "3")).isEmpty();
        assertThat(Applied.to("", "indent", "1", "2", "3")).contains("");
    }

    @Test
    void a_result_beyond_the_bound_ends_the_evaluation() {
        assertThatThrownBy(() -> Applied.to("\n".repeat(100_000), "indent", "x".repeat(1_000)))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("Indent writes more than 32000000 characters");
    }
}
