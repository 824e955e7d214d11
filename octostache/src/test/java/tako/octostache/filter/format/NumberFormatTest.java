package tako.octostache.filter.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1234.5       | C      | ¤1,234.50
                    -1234.5      | C0     | (¤1,235)
                    12.5         | E2     | 1.25E+001
                    12.5         | e0     | 1e+001
                    0            | E2     | 0.00E+000
                    0.00012345   | E      | 1.234500E-004
                    2.5          | F0     | 3
                    -2.5         | F0     | -3
                    -0.4         | F0     | 0
                    0.005        | F2     | 0.01
                    999.995      | F2     | 1000.00
                    1234567.891  | N1     | 1,234,567.9
                    -1234        | N      | -1,234.00
                    0.125        | P      | 12.50 %
                    -0.5         | P0     | -50 %
                    12.50        | G      | 12.50
                    12.50        | G0     | 12.5
                    0.00         | G      | 0.00
                    12345        | G3     | 1.23E+04
                    0.0000123    | G2     | 1.2E-05
                    0.0000123    | G      | 0.0000123
                    """)
    void a_decimal_has_standard_formats(String number, String format, String result) {
        assertThat(NumberFormat.format(new BigDecimal(number), format)).contains(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12.5        | 0.00          | 12.50
                    12.5        | '#,##0.000'   | 12.500
                    1234567     | '#,#'         | 1,234,567
                    1234567     | '#,##0,'      | 1,235
                    1234567     | '0,,.0'       | 1.2
                    0.126       | '0.0%'        | 12.6%
                    0.0125      | '0.0‰'        | 12.5‰
                    -7          | '0;(0)'       | (7)
                    0           | '0;(0);zero'  | zero
                    -0.4        | '0;(0);zero'  | zero
                    0.4         | '0;-0'        | 0
                    -7          | '0'           | -7
                    -0.4        | '0.0'         | -0.4
                    5           | '#.##'        | 5
                    0           | '#.##'        | ''
                    0           | '#'           | ''
                    5           | '000'         | 005
                    12          | '0 0 0'       | 0 1 2
                    1234        | '0-00'        | 12-34
                    1.5         | '0.0 \\h'     | 1.5 h
                    1.5         | '0"0"0'       | 002
                    12345       | '0.00E+0'     | 1.23E+4
                    12345       | '0.00e00'     | 1.23e04
                    0.00012     | '0.0E-00'     | 1.2E-04
                    12          | 'E'           | 1.200000E+001
                    12          | '0 E'         | 12 E
                    12          | 'x '          | 'x '
                    12          | '##-'         | 12-
                    1.25        | '0.0'         | 1.3
                    1.0         | '0.#'         | 1
                    12          | '00.00.00'    | 12.0000
                    1234        | '0,0.0'       | 1,234.0
                    12          | '0,000'       | 0,012
                    """)
    void a_decimal_has_patterns(String number, String format, String result) {
        assertThat(NumberFormat.format(new BigDecimal(number), format)).contains(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    42           | D5  | 00042
                    -42          | D5  | -00042
                    -2147483648  | D   | -2147483648
                    -1           | X   | FFFFFFFF
                    255          | x4  | 00ff
                    5            | B8  | 00000101
                    42           | N1  | 42.0
                    42           | G   | 42
                    12345        | G2  | 1.2E+04
                    1000         | E0  | 1E+003
                    0            | F1  | 0.0
                    100          | ''  | 100
                    """)
    void a_whole_number_has_formats_of_its_own(int number, String format, String result) {
        assertThat(NumberFormat.format(number, format)).contains(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12.5      | N1      | 12.5
                    2.5       | F0      | 2
                    3.5       | F0      | 4
                    0.1       | R       | 0.1
                    0.1       | G17     | 0.10000000000000001
                    1e20      | G       | 1E+20
                    1e14      | G       | 100000000000000
                    1.5e-5    | G       | 1.5E-05
                    0.0001    | G       | 0.0001
                    -0.0      | F1      | -0.0
                    -0.0      | G       | -0
                    NaN       | N2      | NaN
                    -Infinity | N2      | -Infinity
                    1e3       | E       | 1.000000E+003
                    0.12345   | P1      | 12.3 %
                    1234.5678 | #,##0.0 | 1,234.6
                    1e100     | G       | 1E+100
                    0.3       | F20     | 0.29999999999999998890
                    """)
    void a_double_is_rounded_from_its_exact_value(double number, String format, String result) {
        assertThat(NumberFormat.format(number, format)).contains(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D", "X2", "R", "Z", "Q5", "F10001", "F99999999999"})
    void some_formats_are_none_for_a_decimal(String format) {
        assertThat(NumberFormat.format(BigDecimal.TEN, format)).isEmpty();
    }

    @Test
    void some_formats_are_none_for_a_double() {
        assertThat(NumberFormat.format(1.5, "D")).isEmpty();
        assertThat(NumberFormat.format(1.5, "X")).isEmpty();
        assertThat(NumberFormat.format(7, "R")).isEmpty();
    }
}
