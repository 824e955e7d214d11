package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

    @Test
    void names_are_compared_ignoring_case() {
        Variables variables = Variables.of(Map.of("Password", "x"));

        assertThat(variables.raw("PASSWORD")).hasValue("x");
        assertThat(variables.evaluate("#{passWord}").text()).isEqualTo("x");
    }

    @Test
    void raw_is_what_was_given_and_get_is_evaluated() {
        Variables variables = Variables.of(Map.of("A", "#{B}", "B", "b"));

        assertThat(variables.raw("A")).hasValue("#{B}");
        assertThat(variables.get("A")).hasValue("b");
        assertThat(variables.get("C")).isEmpty();
    }

    @Test
    void a_name_set_again_keeps_its_first_spelling_and_place() {
        Variables variables = Variables.of(ordered("Foo", "1", "Bar", "2", "FOO", "3"));

        assertThat(variables.names()).containsExactly("Foo", "Bar");
        assertThat(variables.raw("foo")).hasValue("3");
    }

    @Test
    void variables_on_top_hide_those_below_and_leave_them_as_they_were() {
        Variables base = Variables.of(ordered("A", "a", "B", "#{A}"));
        Variables above = base.with(Map.of("a", "x", "C", "c"));

        assertThat(above.names()).containsExactly("A", "B", "C");
        assertThat(above.get("B")).hasValue("x");
        assertThat(base.get("B")).hasValue("a");
    }

    @Test
    void a_collection_is_made_of_the_indexes_of_all_layers() {
        Variables variables = Variables.of(ordered("S[a].N", "1", "S[b].N", "2", "Z", "z"))
                .with(ordered("S[c].N", "3", "S[A].N", "4"));

        assertThat(variables.indexes("S")).containsExactly("a", "b", "c");
        assertThat(variables.evaluate("#{each s in S}#{s}=#{s.N};#{/each}").text())
                .isEqualTo("a=4;b=2;c=3;");
    }

    @Test
    void a_value_below_counts_before_an_index_above() {
        Variables variables = Variables.of(Map.of("S[a]", "value", "Z", "z")).with(Map.of("S[a].N", "1"));

        assertThat(variables.evaluate("#{S[a]} #{S[a].N}").text()).isEqualTo("value 1");
    }

    @Test
    void many_layers_stay_one_set() {
        Variables variables = Variables.NONE;
        for (int i = 0; i < 1_000; i++) {
            variables = variables.with(Map.of("V" + i, Integer.toString(i)));
        }

        assertThat(variables.names()).hasSize(1_000).startsWith("V0", "V1").endsWith("V999");
        assertThat(variables.evaluate("#{V0}-#{V500}-#{V999}").text()).isEqualTo("0-500-999");
    }

    @Test
    void a_name_with_an_expression_in_it_is_named_in_the_failure() {
        Evaluation evaluation = Variables.of(Map.of("A[#{b}]", "1")).evaluate("#{c}");

        assertThat(evaluation.text()).isEqualTo("#{c}");
        assertThat(evaluation.error())
                .hasValueSatisfying(message -> assertThat(message).contains("A[#{b}]"));
    }

    @Test
    void a_list_has_its_pieces_as_indexes() {
        assertThat(Variables.of(Map.of("L", "a,b")).indexes("L")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void a_value_may_be_a_flag_a_number_or_a_list() {
        Variables variables =
                Variables.of(ordered("F", " TRUE ", "N", "#{M}", "M", " 42 ", "L", "a, b,,#{M}", "P", "x\r\n\ny"));

        assertThat(variables.flag("f")).hasValue(true);
        assertThat(variables.flag("N")).isEmpty();
        assertThat(variables.number("N")).hasValue(42);
        assertThat(variables.number("F")).isEmpty();
        assertThat(variables.strings("L")).containsExactly("a", "b", "42");
        assertThat(variables.paths("P")).containsExactly("x", "y");
        assertThat(variables.strings("Nope")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Foo$Bar", "Foo.", "Foo[x", "Foo in Bar", "Foo | x", "Foo", "foo[x].", " Foo "})
    void a_name_counts_as_far_as_it_is_one(String name) {
        String path = name.startsWith("foo[") ? "#{Foo[X]}" : "#{Foo}";

        assertThat(Variables.of(Map.of(name, "v")).evaluate(path).text()).isEqualTo("v");
    }

    @Test
    void plain_names_make_the_same_tree_as_the_grammar_does() {
        Variables variables = Variables.of(ordered(
                "A.B.C",
                "1",
                "A.B.D",
                "2",
                "A.B[x.y].C",
                "3",
                "A.B[x.y].D",
                "4",
                "A.B2.C",
                "5",
                "A B.C",
                "6",
                "A[].B",
                "7"));

        assertThat(variables
                        .evaluate("#{A.B.C}#{a.b.d}#{A.B[x.y].C}#{A.B[X.Y].d}#{A.B2.C}#{A B.C}#{A[].B}#{A.B[x.y]}")
                        .text())
                .isEqualTo("1234567x.y");
    }

    @Test
    void a_name_of_another_form_may_set_the_value_again() {
        Variables variables = Variables.of(ordered("Foo", "1", "Foo$", "2", "Bar . X", "3"));

        assertThat(variables.evaluate("#{Foo}#{Bar.X}").text()).isEqualTo("23");
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    @Test
    void a_name_that_is_nested_too_deep_is_a_name_all_the_same() {
        String name = "A" + "[".repeat(10_000) + "]".repeat(10_000);
        Variables variables = Variables.of(Map.of(name, "a", "B", "b"));

        assertThat(variables.get(name)).hasValue("a");
        assertThat(variables.evaluate("#{B}").text()).isEqualTo("b");
        assertThat(variables.indexes(name)).isEmpty();
    }
}
