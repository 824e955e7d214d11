package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64FiltersTest {
    @ParameterizedTest
    @CsvSource({"utf8, w6k=", "UTF-8, w6k=", "Unicode, 6QA="})
    void a_text_goes_there_and_back_in_an_encoding(String encoding, String base64) {
        assertThat(Applied.to("é", "tobase64", encoding)).contains(base64);
        assertThat(Applied.to(base64, "frombase64", encoding)).contains("é");
    }

    @Test
    void the_encoding_is_UTF_8_unless_one_is_named() {
        assertThat(Applied.to("é", "tobase64")).contains("w6k=");
        assertThat(Applied.to("w6k=", "frombase64")).contains("é");
    }

    @Test
    void an_unknown_encoding_and_a_second_option_are_refused() {
        assertThat(Applied.to("é", "tobase64", "ascii")).isEmpty();
        assertThat(Applied.to("w6k=", "frombase64", "ascii")).isEmpty();
        assertThat(Applied.to("é", "tobase64", "utf8", "utf8")).isEmpty();
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() {
        assertThat(Applied.to("\uD83D", "tobase64")).contains("77+9");
        assertThat(Applied.to("\uD83D", "tobase64", "unicode")).contains("/f8=");
    }

    @Test
    void blanks_in_Base64_do_not_count() {
        assertThat(Applied.to(" SGVs\r\n\tbG8= ", "frombase64")).contains("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"***", "SGVsbG8", "SGVs=bG8", "====", "A==="})
    void what_is_no_Base64_ends_the_evaluation_before_the_encoding_is_looked_at(String text) {
        assertThatThrownBy(() -> Applied.to(text, "frombase64", "ascii"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("not Base64");
    }
}
