package tako.octostache.filter.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {
    private static final Moment MORNING =
            new Moment(Moment.Kind.OFFSET, LocalDateTime.parse("2030-05-02T09:05:07.0120000"), ZoneOffset.ofHours(2));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    d | 05/02/2030
                    D | Thursday, 02 May 2030
                    f | Thursday, 02 May 2030 09:05
                    F | Thursday, 02 May 2030 09:05:07
                    g | 05/02/2030 09:05
                    G | 05/02/2030 09:05:07
                    m | May 02
                    M | May 02
                    o | 2030-05-02T09:05:07.0120000+02:00
                    O | 2030-05-02T09:05:07.0120000+02:00
                    r | Thu, 02 May 2030 07:05:07 GMT
                    R | Thu, 02 May 2030 07:05:07 GMT
                    s | 2030-05-02T09:05:07
                    t | 09:05
                    T | 09:05:07
                    u | 2030-05-02 07:05:07Z
                    y | 2030 May
                    Y | 2030 May
                    """)
    void one_letter_is_a_standard_format(String letter, String result) {
        assertThat(DateFormat.format(MORNING, letter)).contains(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'd dd ddd dddd'     | 2 02 Thu Thursday
                    'M MM MMM MMMM'     | 5 05 May May
                    'y yy yyy yyyy yyyyy' | 30 30 2030 2030 02030
                    'h hh H HH'         | 9 09 9 09
                    'm mm s ss'         | 5 05 7 07
                    't tt'              | A AM
                    'f ff fff ffffff'   | 0 01 012 012000
                    'ss.FFF ss.F'       | 07.012 07
                    'z zz zzz K'        | +2 +02 +02:00 +02:00
                    'yyyy''T''HH'       | 2030T09
                    'HH\\h "at" mm'     | 09h at 05
                    '%d'                | 2
                    '%h%m'              | 95
                    'gg'                | A.D.
                    'd/M/yy'            | 2/5/30
                    """)
    void longer_ones_are_patterns(String pattern, String result) {
        assertThat(DateFormat.format(MORNING, pattern)).contains(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q", "U", "x", "-", "ffffffff", "HH 'x", "HH\\", "HH%", "HH%%"})
    void what_is_no_format(String format) {
        assertThat(DateFormat.format(MORNING, format)).isEmpty();
    }

    @Test
    void without_a_zone_there_is_none_to_write() {
        var unspecified = new Moment(Moment.Kind.UNSPECIFIED, MORNING.time(), MORNING.offset());
        var utc = new Moment(Moment.Kind.UTC, MORNING.time(), ZoneOffset.UTC);

        assertThat(DateFormat.format(unspecified, "o")).contains("2030-05-02T09:05:07.0120000");
        assertThat(DateFormat.format(unspecified, "r")).contains("Thu, 02 May 2030 09:05:07 GMT");
        assertThat(DateFormat.format(unspecified, "U")).contains("Thursday, 02 May 2030 07:05:07");
        assertThat(DateFormat.format(utc, "o")).contains("2030-05-02T09:05:07.0120000Z");
    }

    @Test
    void noon_is_twelve() {
        Moment noon = MORNING.at(LocalDateTime.parse("2030-05-02T12:00:00"));
        Moment midnight = MORNING.at(LocalDateTime.parse("2030-05-02T00:00:00"));

        assertThat(DateFormat.format(noon, "h tt")).contains("12 PM");
        assertThat(DateFormat.format(midnight, "h tt")).contains("12 AM");
    }
}
