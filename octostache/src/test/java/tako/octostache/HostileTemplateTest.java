package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates that are written to hurt: they end at bounds, on any thread's stack, and their text is left. */
class HostileTemplateTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SMALL_STACK = 512 * 1024;
    private static final int TINY_STACK = 192 * 1024;

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "#{A~|ToUpper~}~more than 200 filters in one expression",
                "#{calc 1~+1~}~more than 1000 numbers in one calculation",
                "#{calc 1~*1~}~more than 1000 numbers in one calculation",
                "#{if A}~#{elseif A} ~#{/if}~more than 200 alternatives in one condition",
                "#{A~[#{A~]}~nests its expressions more than 100 deep",
                "#{calc (~(~)}~nests its expressions more than 100 deep",
                "#{if A}~#{if A}~#{/if}~nests its expressions more than 100 deep",
                "#{A~[[~]}~nests its expressions more than 100 deep",
            })
    void long_chains_end_at_a_bound(String begin, String piece, String end, String bound) {
        String template = begin + piece.repeat(100_000) + end;

        Evaluation evaluation =
                assertTimeout(SOON, () -> Variables.of(Map.of("A", "a")).evaluate(template));

        assertThat(evaluation.failure()).containsInstanceOf(Failure.LimitExceeded.class);
        assertThat(evaluation.error().orElseThrow()).contains(bound);
        assertThat(evaluation.text()).isEqualTo(template);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"#{A~.A~}", "#{A | ToUpper~ \"x\"~}"})
    void long_chains_without_nesting_are_evaluated(String begin, String piece, String end) {
        String template = begin + piece.repeat(100_000) + end;

        Evaluation evaluation =
                assertTimeout(SOON, () -> Variables.of(Map.of("A", "a")).evaluate(template));

        assertThat(evaluation.failure()).isEmpty();
        assertThat(evaluation.unresolved()).containsExactly(template);
    }

    /** Each bound by itself is kept, and their product would be too much for a stack if chains were nested. */
    static Map<String, String> products() {
        var products = new LinkedHashMap<String, String>();
        products.put("sums", "#{calc " + "(".repeat(95) + "1" + ("+1".repeat(20) + ")").repeat(95) + "}");
        products.put(
                "sums of products", "#{calc " + "(".repeat(95) + "1" + ("*1*1+1".repeat(20) + ")").repeat(95) + "}");
        products.put("filters", "#{x|append ".repeat(95) + "#{x}" + ("|trim".repeat(20) + "}").repeat(95));
        products.put("alternatives", alternatives("#{if y}"));
        products.put("an alternative that cannot be evaluated", "#{if x | Bad}" + alternatives("#{if y}") + "#{/if}");
        products.put("alternatives none of which can be evaluated", alternatives("#{if x | Bad}"));
        products.put("lookups", "#{x" + "[#{x".repeat(95) + "}]".repeat(95) + "}");
        products.put("loops", "#{each i in x}".repeat(95) + "#{i}" + "#{/each}".repeat(95));
        return products;
    }

    private static String alternatives(String condition) {
        return (condition + "#{elseif y}".repeat(190) + "#{else}").repeat(95) + "z" + "#{/if}".repeat(95);
    }

    static Iterable<Map.Entry<String, String>> namedProducts() {
        return products().entrySet();
    }

    @ParameterizedTest
    @MethodSource("namedProducts")
    void bounds_may_be_multiplied_on_a_small_stack(Map.Entry<String, String> product) {
        Variables variables = Variables.of(Map.of("x", "a"));

        Evaluation evaluation = onStack(SMALL_STACK, () -> {
            Template template = Template.parse(product.getValue());
            template.mentioned();
            assertThat(template.trace(variables).evaluation()).isEqualTo(template.evaluate(variables));
            return template.evaluate(variables);
        });

        assertThat(evaluation.failure()).isEmpty();
    }

    @Test
    void values_may_be_nested_on_a_small_stack() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 120; i++) {
            values.put("V" + i, "#{V" + (i + 1) + "}.");
        }
        values.put("V120", "a");

        assertThat(onStack(SMALL_STACK, () -> Variables.of(values).evaluate("#{V0}"))
                        .text())
                .isEqualTo("a" + ".".repeat(120));
    }

    @ParameterizedTest
    @CsvSource({
        "#{x | append #{V}}",
        "#{calc (1+(2+{V}))}",
        "#{if x}#{each i in x}#{V}#{/each}#{/if}",
        "#{x[#{x[#{V}]}]}"
    })
    void values_that_nest_more_than_values_end_on_a_small_stack(String template) {
        var values = new LinkedHashMap<String, String>();
        values.put("x", "a");
        for (int i = 0; i < 199; i++) {
            values.put("V" + i, template.replace("V", "V" + (i + 1)));
        }

        Evaluation evaluation = onStack(SMALL_STACK, () -> Variables.of(values).evaluate("#{V0}"));

        assertThat(evaluation.error().orElseThrow()).contains("nested more than 200 deep");
    }

    @Test
    void a_thread_without_stack_is_told_and_leaves_nothing_behind() {
        var values = new LinkedHashMap<>(products());
        values.put("x", "a");
        Variables variables = Variables.of(values);
        String template = "#{sums}#{filters}#{alternatives}";
        Evaluation before = Variables.of(values).evaluate(template);

        Evaluation evaluation = onStack(TINY_STACK, () -> variables.evaluate(template));

        assertThat(evaluation.failure()).containsInstanceOf(Failure.LimitExceeded.class);
        assertThat(evaluation.error().orElseThrow()).contains("stack");
        assertThat(variables.evaluate(template)).isEqualTo(before);
        assertThat(before.failure()).isEmpty();
    }

    private static <T> T onStack(int bytes, Supplier<T> work) {
        var result = new CompletableFuture<T>();
        new Thread(null, () -> result.completeAsync(work, Runnable::run), "small stack", bytes).start();
        return result.join();
    }

    @Test
    void filters_that_take_long_end_at_the_limit_of_time() {
        var variables = Variables.of(Map.of("X", "a".repeat(60) + "b", "L", ",".repeat(39)));
        Template template = Template.parse("#{each i in L}#{X | Match \"(.*)(.*)(.*)(.*)(.*)(.*)z$\"}#{/each}");
        var limits = new Limits(200, 1_000, Duration.ofMillis(300));

        Evaluation evaluation = assertTimeout(Duration.ofSeconds(2), () -> template.evaluate(variables, limits));

        assertThat(evaluation.failure()).containsInstanceOf(Failure.LimitExceeded.class);
        assertThat(evaluation.error().orElseThrow()).contains("300 ms");
    }

    @Test
    void the_time_begins_with_the_evaluation() {
        var limits = new Limits(200, 1_000, Duration.ZERO);

        assertThat(Template.parse("#{A | ToUpper}")
                        .evaluate(Variables.of(Map.of("A", "a")), limits)
                        .failure())
                .containsInstanceOf(Failure.LimitExceeded.class);
    }

    @Test
    void loops_that_write_nothing_end() {
        var variables = Variables.of(Map.of("L", ",".repeat(1_000), "M", ",".repeat(1_000_000)));

        assertThat(variables
                        .evaluate("#{each i in L}#{each j in L}#{/each}#{/each}")
                        .error())
                .hasValueSatisfying(error -> assertThat(error).contains("repeat more than 1000000 times"));
        assertThat(variables.evaluate("#{each i in M}#{/each}").error())
                .hasValueSatisfying(error -> assertThat(error).contains("repeat more than 1000000 times"));
    }

    @Test
    void lookups_within_lookups_in_values_within_values_end() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 199; i++) {
            values.put("V" + i, "#{A[".repeat(90) + "#{V" + (i + 1) + "}" + "]}".repeat(90));
        }

        assertThat(Variables.of(values).evaluate("#{V0}").failure()).containsInstanceOf(Failure.LimitExceeded.class);
    }

    @Test
    void values_that_double_nothing_end_at_once() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 100; i++) {
            values.put("V" + i, "#{V" + (i + 1) + "}#{V" + (i + 1) + "}");
        }
        values.put("V100", "");

        assertThat(Variables.of(values).evaluate("#{V0}").value()).hasValue("");
    }

    @Test
    void filters_that_double_end_at_the_limit_of_output() {
        assertThat(Variables.of(Map.of("A", "\\\\"))
                        .evaluate("#{A" + " | JsonEscape".repeat(60) + "}")
                        .failure())
                .containsInstanceOf(Failure.LimitExceeded.class);
    }

    @Test
    void a_circle_through_a_hundred_values_is_told() {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < 100; i++) {
            values.put("V" + i, "#{V" + (i + 1) % 100 + "}");
        }

        assertThat(Variables.of(values).evaluate("#{V7}").failure()).containsInstanceOf(Failure.SelfReference.class);
    }
}
