package tako.octostache.filter.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    _yeah!_                    | <em>yeah!</em>
                    ~~gone~~                   | <del>gone</del>
                    H~2~O                      | H<sub>2</sub>O
                    x^2^                       | x<sup>2</sup>
                    ++new++                    | <ins>new</ins>
                    ==seen==                   | <mark>seen</mark>
                    a~~~x~~~y                  | a<sub><del>x</del></sub>y
                    1 + 1 = 2                  | 1 + 1 = 2
                    a <b>c</b> d               | a <b>c</b> d
                    \\*a\\*                    | *a*
                    """)
    void there_are_more_kinds_of_emphasis(String markdown, String html) {
        assertThat(Markdown.toHtml(markdown)).contains("<p>" + html + "</p>\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    see http://example.org/a_b_c.    | see <a href="http://example.org/a_b_c">http://example.org/a_b_c</a>.
                    https://example.org?a=1&b=2      | <a href="https://example.org?a=1&amp;b=2">https://example.org?a=1&amp;b=2</a>
                    (ftp://example.org)              | (<a href="ftp://example.org">ftp://example.org</a>)
                    www.example.org                  | <a href="http://www.example.org">www.example.org</a>
                    mailto:a@example.org             | <a href="mailto:a@example.org">a@example.org</a>
                    tel:+123                         | <a href="tel:+123">+123</a>
                    *http://example.org*             | <em><a href="http://example.org">http://example.org</a></em>
                    http://localhost/x               | http://localhost/x
                    xhttp://example.org              | xhttp://example.org
                    a@example.org                    | a@example.org
                    foo://example.org                | foo://example.org
                    `http://example.org`             | <code>http://example.org</code>
                    [http://example.org](/x)         | <a href="/x">http://example.org</a>
                    that he filed the two            | that he filed the two
                    """)
    void an_address_is_a_link_without_any_sign(String markdown, String html) {
        assertThat(Markdown.toHtml(markdown)).contains("<p>" + html + "</p>\n");
    }

    @Test
    void a_table_has_pipes() {
        assertThat(Markdown.toHtml("a|b\n-|:-:\n1|2")).contains("""
                        <table>
                        <thead>
                        <tr>
                        <th>a</th>
                        <th style="text-align: center;">b</th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td>1</td>
                        <td style="text-align: center;">2</td>
                        </tr>
                        </tbody>
                        </table>
                        """);
    }

    @Test
    void what_is_nested_too_deep_is_refused() {
        String open = Stream.generate(() -> "*a **a ").limit(500).reduce("", String::concat);
        String close = Stream.generate(() -> " a** a*").limit(500).reduce("", String::concat);

        assertThat(Markdown.toHtml(open + "x" + close)).isEmpty();
    }

    static Stream<String> hostile() {
        return Stream.of(
                        ">", "- ", "[", "![", "[a](", "*a_", "~a^", "`", "<", "&", "|", "~~", "==a", "[a][", "* a\n  ",
                        "http://", "www.a")
                .map(piece -> piece.repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_ends(String text) {
        assertThat(assertTimeout(Duration.ofSeconds(20), () -> Markdown.toHtml(text)))
                .satisfiesAnyOf(
                        html -> assertThat(html).isEmpty(),
                        html -> assertThat(html.map(String::length).orElse(0)).isLessThan(20 * text.length()));
    }

    @Test
    void nothing_is_nothing() {
        assertThat(Markdown.toHtml("")).isEqualTo(Optional.of(""));
    }
}
