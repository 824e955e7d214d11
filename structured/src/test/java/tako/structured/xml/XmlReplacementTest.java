package tako.structured.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.xml.Xml.SETTINGS;
import static tako.structured.xml.Xml.rewrite;
import static tako.structured.xml.Xml.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;

/** What a variable puts where. */
class XmlReplacementTest {
    @Test
    void without_variables_a_tidy_document_stays_as_it_is() {
        assertThat(text(SETTINGS)).isEqualTo(SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /document/setting[@id='id-1']/@id      | id-new    | id="id-1"                 | id="id-new"
            /document/setting[@id='id-1']/text()   | value-new | >value-1<                 | >value-new<
            /document/setting[@id='id-1']          | value<new | >value-1<                 | >value&lt;new<
            /document/setting[@id='id-1']          | <a />     | >value-1<                 | >&lt;a /&gt;<
            /document/setting[@id='id-3']          | value<new | [value-3]                 | [value<new]
            /document/setting[@id='id-3']/text()   | value-new | [value-3]                 | [value-new]
            /document/comment()                    | new       | <!-- comment -->          | <!--new-->
            /document/processing-instruction('xml-stylesheet') | value-new | type="text/xsl" href="main.xsl" | value-new
            /document/db:connection                | new       | >text<                    | >new<
            //unique:other                         | new       | >two<                      | >new<
            //*:node                               | new       | >one<                      | >new<
            /*/unique:*                            | new       | >two<                      | >new<
            """)
    void one_place_changes_and_nothing_else(String name, String value, String before, String after) {
        assertThat(SETTINGS).containsOnlyOnce(before);
        Rewriting.Rewritten found = rewrite(SETTINGS, name, value);
        assertThat(found.text()).isEqualTo(SETTINGS.replace(before, after));
        assertThat(found.used()).containsExactly(name);
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void every_match_is_replaced() {
        assertThat(text(SETTINGS, "//setting", "new")).isEqualTo(SETTINGS.replaceAll("value-\\d", "new"));
        assertThat(text(SETTINGS, "/document/setting", "new")).isEqualTo(SETTINGS.replaceAll("value-[123]", "new"));
    }

    @Test
    void an_element_with_elements_takes_markup() {
        assertThat(text("<c><e><old /></e></c>", "/c/e", "<a /><b x='1'>t</b>")).isEqualTo("""
                <c>
                  <e>
                    <a />
                    <b x="1">t</b>
                  </e>
                </c>""");
    }

    @Test
    void an_element_of_mixed_content_takes_markup_too() {
        assertThat(text("<c><e>text <old />more</e></c>", "/c/e", "<a />")).isEqualTo("""
                <c>
                  <e>
                    <a />
                  </e>
                </c>""");
    }

    @Test
    void markup_may_use_the_prefixes_in_scope_and_need_not_declare_them() {
        String document = "<c xmlns=\"urn:c\" xmlns:db=\"urn:db\"><e><old /></e></c>";
        assertThat(text(document, "/*/*", "<db:a xmlns:db='urn:db' /><b xmlns='urn:c' /><n xmlns='urn:other' />"))
                .isEqualTo("""
                        <c xmlns="urn:c" xmlns:db="urn:db">
                          <e>
                            <db:a />
                            <b />
                            <n xmlns="urn:other" />
                          </e>
                        </c>""");
    }

    @Test
    void markup_that_is_not_well_formed_is_a_warning_and_changes_nothing() {
        Rewriting.Rewritten found = rewrite("<c><d /></c>", "/c", "<<<<");
        assertThat(found.text()).isEqualTo("<c>\n  <d />\n</c>");
        assertThat(found.warnings())
                .containsExactly(
                        "Could not set the value of the XML element at XPath '/c' to '<<<<'. Expected a valid XML fragment."
                                + " Skipping replacement of this element.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            </fragment><fragment>
            </fragment>
            <!DOCTYPE x><x/>
            <p:x/>
            """)
    void markup_cannot_leave_its_element(String value) {
        assertThat(rewrite("<c><d /></c>", "/c", value).warnings()).hasSize(1);
    }

    @Test
    void an_element_without_elements_takes_text_whatever_it_looks_like() {
        assertThat(text("<c><empty></empty><closed/><text>t<!-- k --></text></c>", "/c/*", "<a>"))
                .isEqualTo("""
                <c>
                  <empty>&lt;a&gt;</empty>
                  <closed>&lt;a&gt;</closed>
                  <text>&lt;a&gt;</text>
                </c>""");
    }

    @Test
    void no_value_empties() {
        assertThat(nulled("<c><a x='1'>t</a><b/><d><e/></d></c>", "/c/a", "/c/a/@x", "/c/b", "/c/d"))
                .isEqualTo("<c>\n  <a x=\"\"></a>\n  <b></b>\n  <d></d>\n</c>");
    }

    private static String nulled(String document, String... names) {
        List<Replacement> variables = List.of(names).stream()
                .map(name -> new Replacement(name, Optional.empty()))
                .toList();
        Rewriting found = new XmlRewriter().rewrite(new ConfigurationText(document, StandardCharsets.UTF_8), variables);
        return ((Rewriting.Rewritten) found).text();
    }

    @Test
    void each_variable_meets_the_document_as_those_before_left_it() {
        assertThat(text(
                        "<c><e role=\"a\">x</e><r /></c>",
                        "/c/e/@role",
                        "b&c",
                        "//e[@role='b&c']",
                        "<y>",
                        "/c/r",
                        "<q/>",
                        "Octopus.Thing",
                        "z"))
                .isEqualTo("<c>\n  <e role=\"b&amp;c\">&lt;y&gt;</e>\n  <r>&lt;q/&gt;</r>\n</c>");
    }

    @Test
    void what_a_match_has_replaced_is_not_matched_again() {
        Rewriting.Rewritten found = rewrite("<c><e><f /></e></c>", "//*", "t");
        assertThat(found.text()).isEqualTo("<c>t</c>");
        assertThat(found.warnings()).isEmpty();
    }

    @Test
    void other_nodes_are_a_warning() {
        assertThat(rewrite("<c />", "/", "x").warnings())
                .containsExactly("XML Node of type 'Document' is not supported");
        assertThat(rewrite("<c />", "/", "x").used()).isEmpty();
        assertThat(rewrite("<c xmlns:p='u' />", "/c/namespace::p", "x").warnings())
                .containsExactly("XML Node of type 'Namespace' is not supported");
    }

    @Test
    void a_character_that_xml_cannot_hold_is_a_warning_and_changes_nothing() {
        Rewriting.Rewritten found = rewrite("<c>t</c>", "/c", "a\u0001");
        assertThat(found.text()).isEqualTo("<c>t</c>");
        assertThat(found.warnings()).hasSize(1).first().asString().contains("U+0001");
    }

    @Test
    void comments_instructions_and_sections_stay_well_formed() {
        assertThat(text("<c><!--k--><?t d?></c>", "/c/comment()", "a--b-", "//processing-instruction()", "?> x"))
                .isEqualTo("<c>\n  <!--a- -b- -->\n  <?t ? > x?>\n</c>");
        assertThat(text("<c><![CDATA[x]]></c>", "/c", "a]]>b")).isEqualTo("<c><![CDATA[a]]]]><![CDATA[>b]]></c>");
    }
}
