package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Variables whose values are JSON. */
class JsonValueTest {
    private static final Variables SITE = Variables.of(Map.of("Site", """
            { host: 'example.org', Ports: [80, 443], 'on': true, none: null, rate: 1.50, tls: {"cert":"#{Cert}"},
              when: '2020-01-02T03:04:05Z', text: "{\\"inner\\":1}" }
            """, "Cert", "c1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Site.host ~ example.org",
                "Site[host] ~ example.org",
                "Site.Ports[1] ~ 443",
                "Site.Ports.0 ~ 80",
                "Site.Ports ~ [80,443]",
                "Site.on ~ True",
                "Site.rate ~ 1.5",
                "Site.tls ~ {\"cert\":\"c1\"}",
                "Site.tls.cert ~ c1",
                "Site.text.inner ~ 1",
                "Site.when ~ 01/02/2020 03:04:05"
            })
    void a_path_goes_on_into_the_value(String path, String text) {
        assertThat(SITE.evaluate("#{" + path + "}").text()).isEqualTo(text);
    }

    @Test
    void what_an_object_lacks_is_empty_and_letter_case_counts() {
        Evaluation evaluation = SITE.evaluate("#{Site.Host}#{Site.none}#{Site.Ports[9]}");

        assertThat(evaluation.text()).isEmpty();
        assertThat(evaluation.unresolved()).isEmpty();
    }

    @Test
    void what_has_no_parts_stays() {
        assertThat(SITE.evaluate("#{Site.host.x}").unresolved()).containsExactly("#{Site.host.x}");
    }

    @Test
    void a_variable_of_its_own_hides_the_part() {
        Variables hidden = SITE.with(Map.of("Site.tls.x", "1"));

        assertThat(hidden.evaluate("#{Site.tls.cert}").unresolved()).containsExactly("#{Site.tls.cert}");
        assertThat(hidden.evaluate("#{Site.host}").text()).isEqualTo("example.org");
    }

    @Test
    void loops_go_through_elements_and_members() {
        Variables variables = Variables.of(Map.of("A", "[1,'x',{\"y\":2}]", "O", "{a: 1, b: {c: 2}}", "T", "[1 2]"));

        assertThat(variables.evaluate("#{each e in A}<#{e}#{e.y}>#{/each}").text())
                .isEqualTo("<1#{e.y}><x#{e.y}><{\"y\":2}2>");
        assertThat(variables
                        .evaluate("#{each e in O}<#{e}=#{e.Key}=#{e.Value}#{e.Value.c}>#{/each}")
                        .text())
                .isEqualTo("<a=a=1#{e.Value.c}><b=b={\"c\":2}2>");
        assertThat(variables.evaluate("#{each e in T}<#{e}>#{/each}").text()).isEqualTo("<[1 2]>");
    }

    @Test
    void parts_may_refer_to_each_other_but_not_in_a_circle() {
        Variables good = Variables.of(Map.of("T", "{\"Name\":\"#{T.Value}\",\"Value\":12}"));
        Variables circle = Variables.of(Map.of("T", "{\"a\":\"#{T.b}\",\"b\":\"#{T.a}\"}"));

        assertThat(good.evaluate("#{T.Name}").text()).isEqualTo("12");
        assertThat(circle.evaluate("#{T.a}").failure()).containsInstanceOf(Failure.SelfReference.class);
    }

    @Test
    void an_index_before_the_beginning_is_an_error() {
        assertThat(SITE.evaluate("#{Site.Ports[-1]}").error())
                .hasValueSatisfying(message -> assertThat(message).contains("-1"));
    }

    @Test
    void a_reading_of_a_part_is_a_reading_of_the_variable() {
        assertThat(Template.parse("#{Site.tls.cert}").trace(SITE).reads())
                .extracting(Read::name)
                .containsExactly("Site", "Cert");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-29T10:00:00, 02/29/2020 10:00:00",
        "2021-02-30T10:00:00, 2021-02-30T10:00:00",
        "2021-02-29T10:00:00Z, 2021-02-29T10:00:00Z",
        "2021-13-01T10:00:00, 2021-13-01T10:00:00",
        "2021-01-01T10:00:60, 2021-01-01T10:00:60",
        "0001-01-01T00:00:00, 01/01/0001 00:00:00",
        "0000-01-01T00:00:00, 0000-01-01T00:00:00",
        "2020-02-28T24:00:00, 02/29/2020 00:00:00",
        "2020-12-31T24:00:00.000Z, 01/01/2021 00:00:00",
        "2020-12-31T24:00:00.1, 2020-12-31T24:00:00.1",
        "2020-12-31T24:00:01, 2020-12-31T24:00:01",
        "2020-12-31T25:00:00, 2020-12-31T25:00:00",
        "9999-12-31T24:00:00, 9999-12-31T24:00:00",
        "9999-12-31T23:00:00-02:00, 12/31/9999 23:59:59",
        "0001-01-01T01:00:00+02:00, 01/01/0001 00:00:00",
        "/Date(253402300800000)/, /Date(253402300800000)/",
    })
    void only_days_and_times_that_exist_are_dates(String written, String shown) {
        Variables variables = Variables.of(Map.of("J", "{\"At\":\"" + written + "\"}"));

        assertThat(variables.evaluate("#{J.At}").text()).isEqualTo(shown);
    }
}
