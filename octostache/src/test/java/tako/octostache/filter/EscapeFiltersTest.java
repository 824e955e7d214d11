package tako.octostache.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeFiltersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    htmlescape             | &amp;<'/"> | &amp;amp;&lt;&apos;&#x2F;&quot;&gt;
                    xmlescape              | &amp;<'/"> | &amp;amp;&lt;&apos;/&quot;&gt;
                    jsonescape             | a"b\\/é    | a\\"b\\\\/é
                    yamlsinglequoteescape  | it's       | it''s
                    yamldoublequoteescape  | é"\\       | \\u00e9\\"\\\\
                    propertieskeyescape    | a b:c=d#!ÿ | a\\ b\\:c\\=d#!\\u00ff
                    propertiesvalueescape  | a b:c=d\\  | a b:c=d\\\\
                    uriescape              | a b?c=%20é | a%20b?c=%2520%C3%A9
                    uridataescape          | a/b~c      | a%2Fb~c
                    """)
    void each_language_has_its_own_escapes(String filter, String text, String escaped) {
        assertThat(Applied.to(text, filter)).contains(escaped);
        assertThat(Applied.to(text, filter, "x")).isEmpty();
    }

    @Test
    void line_ends_and_tabs_are_escaped_too() {
        assertThat(Applied.to("\r\n\t", "jsonescape")).contains("\\r\\n\\t");
        assertThat(Applied.to("\r\n\t", "yamldoublequoteescape")).contains("\\r\\n\\t");
        assertThat(Applied.to("a\r\nb\n\nc", "yamlsinglequoteescape")).contains("a\r\n\r\nb\n\n\nc");
        assertThat(Applied.to(" \r\n\t", "propertiesvalueescape")).contains("\\ \\r\\n\\t");
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character_in_addresses() {
        assertThat(Applied.to("\uD83D", "uriescape")).contains("%EF%BF%BD");
    }
}
