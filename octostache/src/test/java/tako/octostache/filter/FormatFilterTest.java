package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatFilterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12.5                       | N2         | 12.50
                    42                         | '000'      | 042
                    4.3                        | C          | ¤4.30
                    1,234.5                    | F1         | 1234.5
                    2030                       | yyyy       | yyyy
                    2030-05-22 09:05:00        | yyyy       | 2030
                    2030-05-22 09:05:00        | zzz        | +02:00
                    2030-05-22T09:05:00-05:30  | zzz        | -05:30
                    """)
    void a_number_is_formatted_as_a_decimal_and_anything_else_as_a_date(String text, String format, String result) {
        assertThat(Applied.to(text, "format", format)).contains(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    42                         | INT            | D5          | 00042
                    255                        | Int32          | x4          | 00ff
                    12.5                       | double         | E1          | 1.2E+001
                    1e3                        | Double         | N0          | 1,000
                    0.1                        | decimal        | 0.00        | 0.10
                    2030-05-22T09:05:00Z       | date           | o           | 2030-05-22T11:05:00.0000000+02:00
                    2030-05-22T09:05:00        | DateTime       | o           | 2030-05-22T09:05:00.0000000
                    2030-05-22T09:05:00Z       | DateTimeOffset | o           | 2030-05-22T09:05:00.0000000+00:00
                    2030-05-22T09:05:00        | datetimeoffset | o           | 2030-05-22T09:05:00.0000000+02:00
                    """)
    void a_type_may_be_named(String text, String type, String format, String result) {
        assertThat(Applied.to(text, "format", type, format)).contains(result);
    }

    @Test
    void what_is_not_of_the_type_or_no_format_is_refused() {
        assertThat(Applied.to("12.5", "format", "int", "N1")).isEmpty();
        assertThat(Applied.to("12.5", "format", "nope", "N1")).isEmpty();
        assertThat(Applied.to("12.5", "format", "D5")).isEmpty();
        assertThat(Applied.to("12.5", "format")).isEmpty();
        assertThat(Applied.to("12.5", "format", "a", "b", "c")).isEmpty();
        assertThat(Applied.to("words", "format", "N1")).isEmpty();
    }
}
