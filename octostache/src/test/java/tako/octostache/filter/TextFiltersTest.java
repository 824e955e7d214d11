package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFiltersTest {
    @Test
    void letters_change_their_case_one_by_one() {
        assertThat(Applied.to("straße é i 😀", "toupper")).contains("STRAßE É I 😀");
        assertThat(Applied.to("STRAẞE É I", "tolower")).contains("straße é i");
        assertThat(Applied.to("a", "toupper", "x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"start, 'x \u00A0'", "END, '\u0085x'"})
    void blanks_are_those_of_Unicode(String side, String trimmed) {
        assertThat(Applied.to("\u0085x \u00A0", "trim", side)).contains(trimmed);
        assertThat(Applied.to("\u0085x \u00A0", "trim")).contains("x");
        assertThat(Applied.to("x", "trim", "middle")).isEmpty();
    }

    @Test
    void what_is_cut_off_is_shown() {
        assertThat(Applied.to("Hello", "truncate", "2")).contains("He...");
        assertThat(Applied.to("Hello", "truncate", "2", "")).contains("He");
        assertThat(Applied.to("Hello", "truncate", "5")).contains("Hello");
        assertThat(Applied.to("Hello", "truncate", "-1")).isEmpty();
        assertThat(Applied.to("Hello", "truncate")).isEmpty();
    }

    @Test
    void a_piece_is_told_by_its_length_or_by_start_and_length() {
        assertThat(Applied.to("Hello", "substring", "2")).contains("He");
        assertThat(Applied.to("Hello", "substring", "1", "99")).contains("ello");
        assertThat(Applied.to("Hello", "substring", "5", "1")).contains("");
        assertThat(Applied.to("Hello", "substring", "6", "1")).isEmpty();
        assertThat(Applied.to("Hello", "substring", "1.5")).isEmpty();
    }

    @Test
    void only_joining_makes_something_of_nothing() {
        assertThat(Applied.toNothing("append", "x", "y")).contains("xy");
        assertThat(Applied.toNothing("prepend", "x", "y")).contains("xy");
        assertThat(Applied.toNothing("contains", "x")).isEmpty();
        assertThat(Applied.to("b", "append")).isEmpty();
        assertThat(Applied.to("b", "prepend", "a")).contains("ab");
    }

    @Test
    void a_text_is_looked_for_exactly() {
        assertThat(Applied.to("Hello", "contains", "ell")).contains("true");
        assertThat(Applied.to("Hello", "startswith", "hello")).contains("false");
        assertThat(Applied.to("Hello", "endswith", "")).contains("true");
        assertThat(Applied.to("Hello", "contains", "a", "b")).isEmpty();
    }
}
