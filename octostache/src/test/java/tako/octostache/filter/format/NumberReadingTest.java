package tako.octostache.filter.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReadingTest {
    @ParameterizedTest
    @CsvSource({
        "' 4 ', 4",
        "-4, -4",
        "4-, -4",
        "'4 -', -4",
        "'1,234.50', 1234.50",
        ".5, 0.5",
        "5., 5",
        "'1,,2,', 12",
        "007, 7"
    })
    void a_decimal_may_have_a_sign_at_either_end_and_commas(String text, BigDecimal number) {
        assertThat(NumberReading.decimal(text)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "$5",
                "(5)",
                "1e3",
                "-5-",
                "- 5",
                ",5",
                "1.2.3",
                "٣",
                "79228162514264337593543950336"
            })
    void what_is_no_decimal(String text) {
        assertThat(NumberReading.decimal(text)).isEmpty();
    }

    @Test
    void a_decimal_has_at_most_28_decimals_and_96_bits() {
        assertThat(NumberReading.decimal("79228162514264337593543950335"))
                .contains(new BigDecimal("79228162514264337593543950335"));
        assertThat(NumberReading.decimal("1." + "3".repeat(40))).contains(new BigDecimal("1." + "3".repeat(28)));
        assertThat(NumberReading.decimal("9".repeat(2_000))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "' -1e3 ', -1000", ".5E-1, 0.05", "infinity, Infinity", "nan, NaN"})
    void a_double_may_have_an_exponent(String text, double number) {
        assertThat(NumberReading.floating(text)).contains(number);
    }

    @Test
    void only_where_it_is_said_a_double_has_commas() {
        assertThat(NumberReading.floating("1,000")).isEmpty();
        assertThat(NumberReading.groupedFloating("1,000")).contains(1000.0);
    }
}
