package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private final Variables variables = Variables.of(Map.of(
            "Octopus.Environment.Name", "Dev",
            "K8S Node Port", "30000",
            "Url", "http://example.org:#{K8S Node Port}/",
            "Server[Dev].Address", "dev.example.org"));

    @Test
    void a_name_may_hold_blanks() {
        assertThat(variables.evaluate("port #{ K8S Node Port }").text()).isEqualTo("port 30000");
    }

    @Test
    void a_value_is_a_template_itself() {
        assertThat(variables.evaluate("#{Url}").text()).isEqualTo("http://example.org:30000/");
    }

    @Test
    void an_index_may_be_an_expression() {
        assertThat(variables
                        .evaluate("#{Server[#{Octopus.Environment.Name}].Address}")
                        .text())
                .isEqualTo("dev.example.org");
    }

    @Test
    void two_hashes_make_plain_text() {
        assertThat(variables.evaluate("##{Url}").text()).isEqualTo("#{Url}");
    }

    @Test
    void what_cannot_be_resolved_stays_and_is_told_once() {
        Evaluation evaluation = variables.evaluate("#{Nope}/#{ Nope }/#{Url | Nope}");

        assertThat(evaluation.text()).isEqualTo("#{Nope}/#{Nope}/#{Url | Nope}");
        assertThat(evaluation.unresolved()).containsExactly("#{Nope}", "#{Url | Nope}");
        assertThat(evaluation.failure()).isEmpty();
    }

    @Test
    void a_text_that_cannot_be_read_stays_and_says_where() {
        Evaluation evaluation = variables.evaluate("one\ntwo #{a+b}");

        assertThat(evaluation.text()).isEqualTo("one\ntwo #{a+b}");
        assertThat(evaluation.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(Failure.Syntax.class, syntax -> {
                            assertThat(syntax.line()).isEqualTo(2);
                            assertThat(syntax.column()).isEqualTo(5);
                        }));
    }

    @Test
    void in_a_file_the_rest_is_evaluated() {
        Template file = Template.parse("#{a+b} #{Url}", OnSyntaxError.CONTINUE);

        assertThat(file.evaluate(variables).text()).isEqualTo("#{a+b} http://example.org:30000/");
    }

    @Test
    void a_template_can_be_evaluated_with_one_set_of_variables_after_the_other() {
        Template template = Template.parse("#{Octopus.Environment.Name}");

        assertThat(template.evaluate(variables).text()).isEqualTo("Dev");
        assertThat(template.evaluate(variables.with(Map.of("octopus.environment.name", "Test")))
                        .text())
                .isEqualTo("Test");
    }

    @Test
    void the_null_filter_makes_the_whole_absent() {
        Evaluation evaluation = variables.evaluate("x#{Url | null}");

        assertThat(evaluation.value()).isEmpty();
        assertThat(evaluation.text()).isEmpty();
    }

    @Test
    void a_condition_is_true_only_without_complaint() {
        assertThat(variables
                        .evaluate("#{if Octopus.Environment.Name == \"Dev\"}yes#{/if}")
                        .isTrue())
                .isTrue();
        assertThat(variables
                        .evaluate("#{if Octopus.Environment.Name == \"Prod\"}yes#{/if}")
                        .isTrue())
                .isFalse();
        assertThat(variables.evaluate("yes #{Nope}").isTrue()).isFalse();
    }

    @Test
    void a_value_that_leads_to_itself_is_told_as_such() {
        Variables circle = Variables.of(Map.of("A", "#{B}", "B", "#{A}"));

        assertThat(circle.evaluate("#{A}").failure())
                .hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(Failure.SelfReference.class));
    }

    @Test
    void a_long_chain_of_values_ends_at_the_limit_of_depth() {
        assertThat(chain(10_000, "#{V%d}").evaluate("#{V0}").failure())
                .hasValueSatisfying(failure -> assertThat(failure).isInstanceOf(Failure.LimitExceeded.class));
    }

    @Test
    void values_that_double_each_other_end_at_the_limit_of_output() {
        assertThat(chain(100, "#{V%1$d}x#{V%1$d}").evaluate("#{V0}").failure())
                .hasValueSatisfying(
                        failure -> assertThat(failure.message()).contains("writes more than 32000000 characters"));
    }

    @Test
    void values_that_double_nothing_end_at_the_limit_of_time() {
        Template template = Template.parse("#{V0}");
        var limits = new Limits(200, 1_000, Duration.ofMillis(20));
        Variables doubling = chain(60, "#{if V%1$d == \"x\"}#{/if}#{if V%1$d == \"x\"}#{/if}#{Nope | ToLower | null}");

        assertThat(template.evaluate(doubling, limits).failure())
                .hasValueSatisfying(failure -> assertThat(failure.message()).contains("takes longer than 20 ms"));
    }

    /** V0 holds the text made of 1, V1 the one made of 2, and so on. */
    private static Variables chain(int length, String value) {
        var values = new LinkedHashMap<String, String>();
        IntStream.range(0, length).forEach(i -> values.put("V" + i, value.formatted(i + 1)));
        return Variables.of(values);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#{if a}",
                "#{each a in b}",
                "#{if a | F ",
                "#{a[",
                "#{a[#{",
                "#{a | F #{",
                "#{calc (",
                "#{unless \""
            })
    void hostile_nesting_is_refused_or_left_in_no_time(String piece) {
        String hostile = IntStream.range(0, 20_000).mapToObj(_ -> piece).collect(Collectors.joining());

        for (OnSyntaxError mode : OnSyntaxError.values()) {
            assertThat(Template.parse(hostile, mode).evaluate(variables).text()).isEqualTo(hostile);
        }
    }
}
