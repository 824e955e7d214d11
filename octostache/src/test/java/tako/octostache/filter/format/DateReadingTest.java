package tako.octostache.filter.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReadingTest {
    private final DateReading reading =
            new DateReading(Clock.fixed(Instant.parse("2030-05-22T23:30:00Z"), ZoneId.of("Europe/Berlin")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2030-05-22                       | 2030-05-22T00:00
                    2030/05/22 09:05:00              | 2030-05-22T09:05
                    2030-5-2 9:05                    | 2030-05-02T09:05
                    2030-05-22T09:05:00.1234567      | 2030-05-22T09:05:00.123456700
                    2030-05-22T09:05:00.123456789    | 2030-05-22T09:05:00.123456700
                    05/22/2030                       | 2030-05-22T00:00
                    05/22/2030 9:05 PM               | 2030-05-22T21:05
                    5/22/30 12:05 am                 | 2030-05-22T00:05
                    22 May 2030                      | 2030-05-22T00:00
                    22-May-2030 09:05                | 2030-05-22T09:05
                    22 April 2030                    | 2030-04-22T00:00
                    May 22, 2030 9 PM                | 2030-05-22T21:00
                    Wed, 22 May 2030 09:05:00        | 2030-05-22T09:05
                    Wednesday, 22 May 2030           | 2030-05-22T00:00
                    May 2030                         | 2030-05-01T00:00
                    2030-05                          | 2030-05-01T00:00
                    5/22                             | 2030-05-22T00:00
                    09:05                            | 2030-05-23T09:05
                    ' 2030-05-22 '                   | 2030-05-22T00:00
                    """)
    void people_write_dates_in_many_ways(String text, String time) {
        assertThat(reading.asWritten(text)).hasValueSatisfying(moment -> {
            assertThat(moment.time()).hasToString(time);
            assertThat(moment.kind()).isEqualTo(Moment.Kind.UNSPECIFIED);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2030-05-22T09:05:00Z, UTC, Z",
        "'Wed, 22 May 2030 09:05:00 GMT', UTC, Z",
        "2030-05-22T09:05:00+02:00, OFFSET, +02:00",
        "2030-05-22 09:05 -0530, OFFSET, -05:30",
        "2030-05-22 09:05 +2, OFFSET, +02:00"
    })
    void a_zone_may_be_written(String text, Moment.Kind kind, String offset) {
        assertThat(reading.asWritten(text)).hasValueSatisfying(moment -> {
            assertThat(moment.kind()).isEqualTo(kind);
            assertThat(moment.offset()).hasToString(offset);
        });
    }

    @Test
    void without_one_it_is_the_machines_of_that_day() {
        assertThat(reading.withOffset("2030-01-22").orElseThrow().offset()).hasToString("+01:00");
        assertThat(reading.withOffset("2030-05-22").orElseThrow().offset()).hasToString("+02:00");
        assertThat(reading.local("2030-01-22T09:00Z").orElseThrow().time()).hasToString("2030-01-22T10:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "12",
                "2030-13-01",
                "2030-02-29",
                "22/05/2030",
                "2030-05-22 25:00",
                "2030-05-22 09:60",
                "2030-05-22 13:00 PM",
                "2030-05-22T09:05:00+15:00",
                "Tue, 22 May 2030",
                "22 Foo 2030",
                "0000-01-01"
            })
    void what_is_no_date(String text) {
        assertThat(reading.asWritten(text)).isEmpty();
    }

    @Test
    void a_date_that_leaves_the_calendar_in_the_machines_zone_is_none() {
        assertThat(reading.local("9999-12-31T23:30:00Z")).isEmpty();
    }
}
