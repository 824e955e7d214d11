package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where in a template something is wrong. */
class TroubleTest {
    private static final Variables VARIABLES =
            Variables.of(Map.of("Url", "http://#{Host}:#{Port}/", "Port", "80", "Site", "#{Url}x", "L", "1,2"));

    @Test
    void each_place_of_an_expression_is_told() {
        assertThat(Template.parse("a #{Nope}\n  #{Port}#{Nope}")
                        .evaluate(VARIABLES)
                        .troubles())
                .containsExactly(
                        new Trouble("#{Nope}", 1, 3, Optional.empty()),
                        new Trouble("#{Nope}", 2, 10, Optional.empty()));
    }

    @Test
    void inside_values_the_place_is_where_the_value_was_asked_for() {
        assertThat(Template.parse("\n#{Site} #{Url}").evaluate(VARIABLES).troubles())
                .containsExactly(
                        new Trouble("#{Host}", 2, 1, Optional.of("Url")),
                        new Trouble("#{Host}", 2, 9, Optional.of("Url")));
    }

    @Test
    void blocks_and_options_have_places_of_their_own() {
        Template template =
                Template.parse("#{if Port}\n #{A}#{/if}\n#{each l in L}#{B}#{/each}\n#{Port | Append #{C}}");

        assertThat(template.evaluate(VARIABLES).troubles())
                .containsExactly(
                        new Trouble("#{A}", 2, 2, Optional.empty()),
                        new Trouble("#{B}", 3, 15, Optional.empty()),
                        new Trouble("#{C}", 4, 17, Optional.empty()));
    }

    @Test
    void a_failure_has_the_place_where_it_happened() {
        Variables circle = Variables.of(Map.of("A", "#{A}"));

        assertThat(Template.parse("x\ny #{A}").evaluate(circle).troubles())
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.line()).isEqualTo(2);
                    assertThat(trouble.column()).isEqualTo(3);
                    assertThat(trouble.what()).contains("self referencing loop");
                });
        assertThat(Template.parse("\n\n #{a+b}").evaluate(circle).troubles())
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.line()).isEqualTo(3);
                    assertThat(trouble.column()).isEqualTo(2);
                });
    }

    @Test
    void what_is_well_has_none() {
        assertThat(Template.parse("#{Port}").evaluate(VARIABLES).troubles()).isEmpty();
    }
}
