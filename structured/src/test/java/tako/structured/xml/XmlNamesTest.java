package tako.structured.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.xml.Xml.rewrite;
import static tako.structured.xml.Xml.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.structured.Rewriting;

/** Which names are XPath expressions and what they select. */
class XmlNamesTest {
    private static final String LIST = "<c><s n='1'>a</s><s n='2'>b</s><s n='3'>c</s><div>d</div></c>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c",
                "Octopus.Environment.Name",
                "Octopus:Server",
                "env:something",
                "a:",
                "//c[",
                "//c['",
                "//c[$x]",
                "$x/c",
                "//c[$ ]",
                "//p:c",
                "//p:*",
                "/c/p:f()",
                "//c[f()]",
                "count(//c)",
                "//c = 'x'",
                "ends-with(//c, 'x')",
                "//c[lower-case(.)='x']",
                "for $c in //c return $c",
                "https://example.org/",
                "//comment(",
                "*:",
                "/*:",
                "//*:p:c",
                "C:\\dir",
                "/c/text('x",
                "\u0000/:",
                "//c)"
            })
    void names_that_are_no_expressions_for_nodes_are_ignored_silently(String name) {
        Rewriting.Rewritten found = rewrite("<c>t</c>", name, "new");
        assertThat(found.text()).isEqualTo("<c>t</c>");
        assertThat(found.used()).isEmpty();
        assertThat(found.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /c/s[2]                                | b
            /c/s[last()]                           | c
            /c/s[position()=last()-1]              | b
            //s[position()>1][1]                   | b
            /c/s[@n='2']                           | b
            /c/s[@n * 2 = 4]                       | b
            /c/s[@n mod 2 = 0]                     | b
            /c/s[not(preceding-sibling::*)]        | a
            /c/child::s[.='c']                     | c
            /c/*:s[2]                              | b
            /*:c/*:s[@*:n='2']                     | b
            /c/*[.='*:s' or @n='2']                | b
            /c/child::*:div                        | d
            /c/div                                 | d
            /c/s[@n=4 div 2]                       | b
            (//s)[2]                               | b
            //s[count(../s)=3 and @n=1]            | a
            /c/s[3]/text()                         | c
            /c/s[3]/node()                         | c
            c/s[1]                                 | a
            /c/s[2]/self::s                        | b
            //s[.='b']/../s[1]/.                   | a
            /c/s[.!='a' and ./@n<=2 or .=1.5]      | b
            /c/s[number(@n)=.5*4]                  | b
            /c/s[1]/following-sibling::s[1]        | b
            id('x')/s \\| /c/s[3]                  | c
            """)
    void a_name_selects_as_XPath_says(String name, String selected) {
        String path = name.replace("\\", "");
        assertThat(text(LIST, path, "NEW")).isEqualTo(text(LIST).replace(">" + selected + "<", ">NEW<"));
    }

    @Test
    void a_long_path_is_no_attack() {
        String document = "<c>".repeat(40) + "t" + "</c>".repeat(40);
        String path = "/*:c[@a='1' or not(@a)]".repeat(40);
        assertThat(text(document, path, "new")).contains("<c>new</c>");
    }

    @Test
    void letter_case_matters() {
        assertThat(rewrite("<c>t</c>", "/C", "new").used()).isEmpty();
    }

    @Test
    void a_default_namespace_has_no_prefix_but_the_wildcard() {
        String document = "<c xmlns=\"urn:x\">\n  <d>1</d>\n</c>";
        assertThat(text(document, "//d", "2")).isEqualTo(document);
        assertThat(text(document, "/*:c/*:d", "2")).isEqualTo(document.replace("1", "2"));
    }

    @Test
    void prefixes_declared_anywhere_can_be_used_everywhere() {
        assertThat(text("<c><d><p:e xmlns:p='urn:p'>1</p:e></d></c>", "//p:e", "2"))
                .contains(">2<");
    }

    @Test
    void a_prefix_with_two_namespaces_means_the_first_and_warns() {
        String document = "<c><a xmlns:p='urn:1'><p:n>1</p:n></a><b xmlns:p='urn:2'><p:n>2</p:n></b></c>";
        Rewriting.Rewritten found = rewrite(document, "//p:n", "new");
        assertThat(found.text()).contains("<p:n>new</p:n>", "<p:n>2</p:n>");
        assertThat(found.warnings())
                .containsExactly(
                        "The namespace 'urn:2' could not be mapped to the 'p' prefix, as another namespace 'urn:1' is already"
                                + " mapped to that prefix. XPath selectors using this prefix may not return the expected nodes. You can avoid this"
                                + " by ensuring all namespaces in your document have unique prefixes.");
    }
}
