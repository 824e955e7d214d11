package tako.octostache.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void the_indented_form_has_a_line_for_each_value_and_none_for_nothing() {
        Json json = new Json.ObjectNode(Map.of(
                "a",
                new Json.ArrayNode(List.of(
                        Json.IntegerNode.of(1),
                        new Json.ObjectNode(Map.of()),
                        new Json.ArrayNode(List.of()),
                        new Json.ObjectNode(Map.of("b", new Json.BooleanNode(false)))))));

        assertThat(JsonWriter.indented(json)).isEqualTo("""
                {
                  "a": [
                    1,
                    {},
                    [],
                    {
                      "b": false
                    }
                  ]
                }""");
    }

    @Test
    void only_what_must_be_is_escaped() {
        assertThat(JsonWriter.compact(new Json.StringNode("\"\\/\b\f\n\r\t\u0001\u007fé\u0085\u2028\u2029<'&")))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007fé\\u0085\\u2028\\u2029<'&\"");
    }
}
