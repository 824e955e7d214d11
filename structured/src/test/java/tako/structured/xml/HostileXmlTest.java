package tako.structured.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static tako.structured.xml.Xml.rewrite;
import static tako.structured.xml.Xml.text;
import static tako.structured.xml.Xml.unreadable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.structured.Rewriting;

/** Documents and names that mean no good. */
class HostileXmlTest {
    private static final String WIDE = "<c>" + "<s>x</s>".repeat(20_000) + "</c>";

    private final XmlRewriter impatient = new XmlRewriter(new Bounds(Duration.ofMillis(200), 1_000));

    @Test
    void no_file_is_read(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "<!ENTITY inner 'secret'>");
        String type = "<!DOCTYPE c SYSTEM \"" + secret.toUri() + "\" [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        assertThat(text(type + "<c>&e;&inner;</c>")).endsWith("\n<c>&e;&inner;</c>");
    }

    @Test
    @Timeout(10)
    void entities_do_not_grow() {
        var type = new StringBuilder("<!DOCTYPE c [<!ENTITY e0 'xxxxxxxxxx'>");
        for (int i = 1; i < 10; i++) {
            type.append("<!ENTITY e")
                    .append(i)
                    .append(" '")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThat(text(type + "]><c>&e9;</c>")).endsWith("<c>&e9;</c>");
        assertThat(unreadable(type + "]><c a='&e9;'/>").message()).contains("entit");
    }

    @Test
    void elements_inside_each_other_are_bounded() {
        assertThat(text("<a>".repeat(256) + "</a>".repeat(256))).contains("<a></a>");
        assertThat(unreadable("<a>".repeat(100_000)).message())
                .isEqualTo("The element \"a\" has a depth of \"257\" that exceeds the limit \"256\".");
    }

    @Test
    void markup_from_variables_is_bounded_in_depth_too() {
        String deep = "<a>".repeat(200) + "<b/>" + "</a>".repeat(200);
        Rewriting.Rewritten found = rewrite("<c><b><d/></b></c>", "/c/b", deep, "//a[b]", deep);
        assertThat(found.used()).hasSize(2);
        assertThat(found.warnings()).hasSize(1);
        assertThat(found.text()).containsOnlyOnce("<b />");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "//s[count(//s[.=//s])>1]",
                "//*[//q]",
                "//*[//*[//*[count(//*)>1]]]",
                "/*/*[count(../*[count(../*)>1])>1]",
                "//*[following::q]",
                "//..//..//..",
                "//.[.//.[//.[count(//.)<1]]]",
                "//*[translate(/,/,/)=1]"
            })
    void an_expression_that_takes_too_long_is_given_up_with_a_warning(String name) {
        Rewriting.Rewritten found = rewrite(impatient, WIDE, name, "y");
        assertThat(found.used()).isEmpty();
        assertThat(found.warnings()).hasSize(1).first().asString().contains(name, "200 milliseconds");
    }

    @Test
    @Timeout(20)
    void so_is_one_of_many_functions_of_the_whole_document() {
        String letters = IntStream.range(0, 100_000)
                .mapToObj(i -> Character.toString('\u4e00' + i % 20_000))
                .collect(Collectors.joining());
        String name = "/c[concat(" + "translate(/,/,/),".repeat(50) + "1)='q']";
        assertThat(rewrite(impatient, "<c>" + letters + "</c>", name, "y").warnings())
                .singleElement()
                .asString()
                .contains("was given up");
    }

    @Test
    void an_expression_of_many_levels_or_operators_is_ignored() {
        for (String inside : new String[] {
            "(".repeat(500) + "1" + ")".repeat(500),
            "-".repeat(900) + "1",
            "1 or ".repeat(190) + "1",
            "x[".repeat(320) + "1" + "]".repeat(320)
        }) {
            assertThatNoException().isThrownBy(() -> rewrite("<c><x>1</x></c>", "//x[" + inside + "]", "new"));
        }
        assertThat(rewrite("<c>1</c>", "/c" + "[1]".repeat(2_000), "new").used())
                .isEmpty();
    }

    @Test
    void values_make_a_document_only_so_large() {
        Rewriting.Rewritten found = rewrite(impatient, "<c>" + "<s/>".repeat(100) + "</c>", "//s", "x".repeat(99));
        assertThat(found.text().length()).isLessThan(2_500);
        assertThat(found.warnings())
                .containsExactly("The values at XPath '//s' make the document too large. Skipping the rest of them.");
    }

    @Test
    void an_element_may_have_many_attributes_but_not_any_number() {
        assertThat(text("<c" + attributes(10_000) + "/>", "/c/@a9999", "new")).contains("a9999=\"new\"");
        assertThat(unreadable("<c" + attributes(10_001) + "/>").message()).contains("10,000");
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
    }

    @Test
    void large_texts_are_no_attack() {
        String large = "x".repeat(2_000_000);
        assertThat(text("<c a='" + large + "'>" + large + "</c>", "/c", "y")).endsWith(">y</c>");
    }
}
