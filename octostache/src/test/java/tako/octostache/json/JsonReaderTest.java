package tako.octostache.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\": [1, 2.50, true, null]} ~ {\"a\":[1,2.5,true,null]}",
                "{'a': 'b'} ~ {\"a\":\"b\"}",
                "{a_$1: 1} ~ {\"a_$1\":1}",
                "{a: 1,} ~ {\"a\":1}",
                "[1,] ~ [1]",
                "[1,,2] ~ [1,undefined,2]",
                "[,] ~ [undefined]",
                "{a:,b:1} ~ {\"a\":undefined,\"b\":1}",
                "/*c*/ [1, /* // */ 2] // c ~ [1,2]",
                "\"\\'\\u0041\\/\" ~ \"'A/\"",
                "[.5, 1., -1, 1e5, 0x1F, 010, -010] ~ [0.5,1.0,-1,100000.0,31,8,-10]",
                "[1e3, 1E20, 123e-5, 1E-7, 10.0] ~ [1000.0,1E+20,0.00123,1E-07,10.0]",
                "[NaN, Infinity, -Infinity, undefined] ~ [\"NaN\",\"Infinity\",\"-Infinity\",undefined]",
                "new Date(1, 'x') ~ new Date(1,\"x\")",
                "123456789012345678901234567890 ~ 123456789012345678901234567890",
                "{a: 1, b: 2, a: 3} ~ {\"a\":3,\"b\":2}",
                "\"\\ud83d\\ude00 \\ud83d \\ude00\" ~ \"😀 \ufffd \ufffd\"",
            })
    void what_Newtonsoft_reads_is_read(String text, String compact) {
        assertThat(JsonReader.read(text))
                .isInstanceOfSatisfying(
                        JsonReading.Read.class,
                        read -> assertThat(JsonWriter.compact(read.json())).isEqualTo(compact));
    }

    @Test
    void lines_may_end_in_strings_and_end_comments() {
        assertThat(JsonReader.read("[ // one\n'a\r\nb']"))
                .isEqualTo(new JsonReading.Read(new Json.ArrayNode(List.of(new Json.StringNode("a\r\nb")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "+1",
                "True",
                "1 2",
                "{",
                "[1",
                "{a",
                "{a:",
                "{a:}",
                "{a 1}",
                "{a:1 b:2}",
                "[1 2]",
                "\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "08",
                "0x",
                "1e",
                "-",
                ".",
                "1-2",
                "trueish",
                "{,}",
                "]",
                "/",
                "/*",
                "\ufeff1",
                "new (1)",
                "nul"
            })
    void what_it_refuses_is_refused(String text) {
        assertThat(JsonReader.read(text)).isInstanceOf(JsonReading.Unreadable.class);
    }

    @Test
    void the_first_unreadable_place_is_told() {
        assertThat(JsonReader.read("{\r\n  \"a\": 1,\n  \"b\": x\n}"))
                .isEqualTo(new JsonReading.Unreadable(
                        "A value was expected, but 'x' was found. A string needs quotes.", 3, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n", "// nothing", "/* nothing */ "})
    void nothing_at_all_is_a_case_of_its_own(String text) {
        assertThat(JsonReader.read(text)).isEqualTo(new JsonReading.Empty());
    }

    @Test
    void nesting_ends_at_64() {
        assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64))).isInstanceOf(JsonReading.Read.class);
        assertThat(JsonReader.read("{a:".repeat(100_000))).isInstanceOf(JsonReading.Unreadable.class);
        assertThat(JsonReader.read("[".repeat(65) + "]".repeat(65))).isInstanceOf(JsonReading.Unreadable.class);
    }

    @Test
    void an_integer_of_a_million_digits_is_refused_at_once() {
        assertThat(JsonReader.read("9".repeat(1_000_000))).isInstanceOf(JsonReading.Unreadable.class);
    }
}
