package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.octostache.filter.Filter;

/** Filters besides those of the language. */
class FiltersTest {
    private static final Filter REVERSE =
            Filter.plain(text -> new StringBuilder(text).reverse().toString());
    private final Variables variables = Variables.of(Map.of("A", "abc", "B", "#{A | reverse}"));

    @Test
    void a_filter_of_ones_own_works_everywhere_and_only_where_it_is_given() {
        Filters own = Filters.STANDARD.with("Reverse", REVERSE);

        assertThat(evaluate("#{A | Reverse} #{B}", own)).isEqualTo("cba cba");
        assertThat(evaluate("#{B}", Filters.STANDARD)).isEqualTo("#{A | reverse}");
    }

    @Test
    void the_languages_own_filter_comes_first() {
        Filters own = Filters.STANDARD.with("toupper", (_, options) -> Optional.of("mine" + options));

        assertThat(evaluate("#{A | ToUpper} #{A | ToUpper x}", own)).isEqualTo("ABC mine[x]");
    }

    @Test
    void the_clock_can_be_set() {
        Variables now = Variables.of(Map.of("Now", "#{ | NowDateUtc yyyy}"));
        Template template = Template.parse("#{Now}");

        for (int year = 2001; year < 2004; year++) {
            var clock = Clock.fixed(Instant.parse(year + "-05-06T07:08:09Z"), ZoneOffset.UTC);
            assertThat(template.evaluate(now, Limits.STANDARD, Filters.standard(clock))
                            .text())
                    .isEqualTo(Integer.toString(year));
        }
    }

    @Test
    void a_filter_that_refuses_fails_the_template() {
        Evaluation evaluation = variables.evaluate("x #{A | Match \"(\"}");

        assertThat(evaluation.text()).isEqualTo("x #{A | Match \"(\"}");
        assertThat(evaluation.failure()).containsInstanceOf(Failure.Unusable.class);
    }

    private String evaluate(String template, Filters filters) {
        return Template.parse(template)
                .evaluate(variables, Limits.STANDARD, filters)
                .text();
    }

    @Test
    void a_filter_of_ones_own_that_throws_fails_the_template() {
        Filters own = Filters.STANDARD.with("Broken", (_, _) -> {
            throw new IllegalStateException("no paper");
        });

        Evaluation evaluation = Template.parse("x #{A | Broken}").evaluate(variables, Limits.STANDARD, own);

        assertThat(evaluation.text()).isEqualTo("x #{A | Broken}");
        assertThat(evaluation.failure()).containsInstanceOf(Failure.Unusable.class);
        assertThat(evaluation.error().orElseThrow()).contains("Broken", "no paper");
    }
}
