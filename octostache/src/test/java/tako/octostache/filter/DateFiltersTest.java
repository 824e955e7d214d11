package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFiltersTest {
    @Test
    void now_is_the_machines_time_without_an_offset_or_UTC() {
        assertThat(Applied.toNothing("nowdate")).contains("2030-05-22T09:05:00.1234567");
        assertThat(Applied.toNothing("nowdateutc")).contains("2030-05-22T07:05:00.1234567Z");
        assertThat(Applied.toNothing("nowdate", "HH:mm zzz")).contains("09:05 +02:00");
    }

    @Test
    void now_takes_no_argument_and_at_most_a_format_which_must_be_one() {
        assertThat(Applied.to("x", "nowdate")).isEmpty();
        assertThat(Applied.toNothing("nowdate", "HH", "mm")).isEmpty();
        assertThatThrownBy(() -> Applied.toNothing("nowdate", "Q"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("\"Q\" is not a format");
    }

    @ParameterizedTest
    @CsvSource({
        "2030-05-22 09:05:00, 2, 2030-05-22T11:05:00.0000000",
        "2030-05-22T09:05:00Z, 2, 2030-05-22T11:05:00.0000000Z",
        "2030-05-22T09:05:00+02:00, -2, 2030-05-22T07:05:00.0000000+02:00",
        "2030-05-22 09:05:00, 1e1, 2030-05-22T19:05:00.0000000",
        "2030-05-22 09:05:00, ' .001 ', 2030-05-22T09:05:03.6000000",
        "2030-02-28T23:30:00.1234567, 1, 2030-03-01T00:30:00.1234567"
    })
    void hours_are_added_and_the_zone_stays(String date, String hours, String later) {
        assertThat(Applied.to(date, "addhours", hours)).contains(later);
    }

    @Test
    void days_may_be_fractions() {
        assertThat(Applied.to("2030-05-22", "adddays", "0.5")).contains("2030-05-22T12:00:00.0000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,000", "x", "", "NaN", "Infinity", "1e300", "99999999", "-99999999"})
    void an_amount_that_is_none_or_leads_out_of_the_calendar_is_refused(String amount) {
        assertThat(Applied.to("2030-05-22", "adddays", amount)).isEmpty();
    }

    @Test
    void one_amount_is_needed_and_a_date() {
        assertThat(Applied.to("2030-05-22", "adddays")).isEmpty();
        assertThat(Applied.to("2030-05-22", "adddays", "1", "2")).isEmpty();
        assertThat(Applied.to("soon", "adddays", "1")).isEmpty();
    }
}
