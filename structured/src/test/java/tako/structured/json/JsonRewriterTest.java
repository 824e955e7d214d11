package tako.structured.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.structured.Replacement;
import tako.structured.Rewritings;

class JsonRewriterTest {
    private static final Rewritings FILES = new Rewritings(new JsonRewriter());

    @Test
    void values_are_found_by_keys_and_indexes() {
        String file = "{\"Mail\": {\"To\": [{\"Name\": \"a\"}, {\"Name\": \"b\"}]}}";

        assertThat(FILES.text(file, "mail:to:1:NAME", "c")).isEqualTo("""
                        {
                          "Mail": {
                            "To": [
                              {
                                "Name": "a"
                              },
                              {
                                "Name": "c"
                              }
                            ]
                          }
                        }""");
    }

    @Test
    @Timeout(20)
    void paths_longer_than_every_name_are_not_even_built() {
        String key = "k".repeat(10_000);
        String file = ("{\"" + key + "\":").repeat(60) + "[" + "0,".repeat(100_000) + "0]" + "}".repeat(60);

        assertThat(FILES.rewritten(file, Replacement.of(key + ":" + key + ":b", "x"), Replacement.of("b", "x"))
                        .used())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1       | 7                   | 7
                    1       | +7                  | 7
                    1.5     | 7                   | 7
                    1       | 9223372036854775808 | 9.223372036854776E+18
                    1       | 1e999               | "1e999"
                    1       | seven               | "seven"
                    true    | False               | false
                    true    | 0                   | "0"
                    "x"     | 7                   | "7"
                    null    | 7                   | "7"
                    [1]     | []                  | []
                    {"b":1} | 'text'              | "text"
                    """)
    void the_kind_of_the_old_value_decides_what_a_text_becomes(String old, String value, String expected) {
        assertThat(FILES.text("[" + old + "]", "0", value)).isEqualTo("[\n  " + expected + "\n]");
    }

    @Test
    void a_structure_stays_with_a_warning_when_the_value_is_no_JSON() {
        var rewritten = FILES.rewritten("{\"a\": {\"b\": 1}}", Replacement.of("a", "{b: }"));

        assertThat(rewritten.text()).isEqualTo("{\n  \"a\": {\n    \"b\": 1\n  }\n}");
        assertThat(rewritten.warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "Unable to set value for a. The following error occurred: The variable's value is no JSON: line 1, column 5: ");
    }

    @Test
    void a_variable_without_a_value_makes_strings_null_and_leaves_other_kinds_with_a_warning() {
        var none = new Replacement("a", Optional.empty());

        assertThat(FILES.rewritten("{\"a\": \"x\"}", none).text()).isEqualTo("{\n  \"a\": null\n}");
        assertThat(FILES.rewritten("{\"a\": 1}", none).warnings())
                .containsExactly("Unable to set value for a. The following error occurred: The variable has no value.");
    }

    @Test
    void a_replaced_structure_replaces_what_was_inside() {
        var parent = Replacement.of("a", "{\"c\": 1}");
        var child = Replacement.of("a:b", "2");

        String expected = "{\n  \"a\": {\n    \"c\": 1\n  }\n}";
        assertThat(FILES.rewritten("{\"a\": {\"b\": 1}}", parent, child).text()).isEqualTo(expected);
        assertThat(FILES.rewritten("{\"a\": {\"b\": 1}}", child, parent).text()).isEqualTo(expected);
    }

    @Test
    void inside_a_structure_that_stays_values_are_replaced() {
        var rewritten =
                FILES.rewritten("{\"a\": {\"b\": 1}}", Replacement.of("a", "no JSON"), Replacement.of("a:b", "2"));

        assertThat(rewritten.text()).isEqualTo("{\n  \"a\": {\n    \"b\": 2\n  }\n}");
    }

    @Test
    void variables_are_used_in_their_own_order() {
        var rewritten = FILES.rewritten(
                "{\"a\": 1, \"b\": 2}", Replacement.of("B", "3"), Replacement.of("c", "3"), Replacement.of("A", "3"));

        assertThat(rewritten.used()).containsExactly("B", "A");
    }

    @Test
    void texts_that_look_like_dates_stay_texts() {
        assertThat(FILES.rewritten("[\"2020-01-02T03:04:05.000Z\"]").text()).contains("\"2020-01-02T03:04:05.000Z\"");
    }

    @Test
    void only_a_file_of_no_bytes_is_an_empty_object() {
        assertThat(FILES.rewritten("").text()).isEqualTo("{}");
        assertThat(FILES.unreadable(" \n// nothing").line()).isEqualTo(2);
    }

    @Test
    void an_unreadable_file_says_where() {
        var unreadable = FILES.unreadable("{\n  \"a\": 1,\n  \"b\": oops\n}");

        assertThat(unreadable.line()).isEqualTo(3);
        assertThat(unreadable.column()).isEqualTo(8);
    }
}
