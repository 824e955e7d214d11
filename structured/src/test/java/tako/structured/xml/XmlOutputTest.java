package tako.structured.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.xml.Xml.encoded;
import static tako.structured.xml.Xml.text;
import static tako.structured.xml.Xml.unreadable;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tako.structured.Rewriting;

/** How a document looks afterwards. */
class XmlOutputTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <c a='1'   b = "2"/>                   | <c a="1" b="2" />
            <c></c>                                | <c></c>
            <c z='1' xmlns:p='u' a='2' p:m='3'/>   | <c z="1" xmlns:p="u" a="2" p:m="3" />
            <c>t <b>x</b> u</c>                    | <c>t <b>x</b> u</c>
            <c><b>x</b> u</c>                      | <c>¶  <b>x</b> u</c>
            <c><b>x<i/><i/></b><d><e/></d></c>     | <c>¶  <b>x<i /><i /></b>¶  <d>¶    <e />¶  </d>¶</c>
            <c>&lt;&#65;<![CDATA[x]]>y</c>         | <c>&lt;A<![CDATA[x]]>y</c>
            <c><![CDATA[]]></c>                    | <c><![CDATA[]]></c>
            <c a="&quot;&apos;&#10;&#9;&#13;&lt;&gt;&amp;x"/> | <c a="&quot;'&#xA;&#x9;&#xD;&lt;&gt;&amp;x" />
            <c>"'&gt;</c>                          | <c>"'&gt;</c>
            <!--k--><?t d?><c/><!--l-->            | <!--k-->¶<?t d?>¶<c />¶<!--l-->
            <c><?t?></c>                           | <c>¶  <?t?>¶</c>
            <c xml:space='preserve'> <d/> </c>     | <c xml:space="preserve"> <d /> </c>
            <c><d>&#32;</d><e> </e></c>            | <c>¶  <d>&#x20;</d>¶  <e></e>¶</c>
            """)
    void a_document_is_laid_out_again(String before, String after) {
        assertThat(text(before)).isEqualTo(after.replace('¶', '\n'));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <!DOCTYPE c><c/>                       | <!DOCTYPE c []>
            <!DOCTYPE c SYSTEM 'x.dtd'><c/>        | <!DOCTYPE c SYSTEM "x.dtd"[]>
            <!DOCTYPE c PUBLIC '-//X' 'x"y'><c/>   | <!DOCTYPE c PUBLIC "-//X" 'x"y'[]>
            <!DOCTYPE c [<!-- ]> ' --><!ENTITY e "]'">]><c/> | <!DOCTYPE c [<!-- ]> ' --><!ENTITY e "]'">]>
            """)
    void the_document_type_stays(String before, String after) {
        assertThat(text(before)).isEqualTo(after + "\n<c />");
    }

    @Test
    void references_to_entities_stay_and_what_a_document_type_supplies_is_not_written() {
        String document = "<!DOCTYPE c [<!ENTITY e \"<x/>y\"><!ATTLIST c z CDATA \"1\">]>\n<c>a &e; b</c>";
        assertThat(text(document)).isEqualTo(document);
    }

    @Test
    void lines_end_in_line_feeds() {
        assertThat(text("<c a='1'>\r\n<b>x\r\ny\rz</b>\r\n</c>", "/c/@a", "2"))
                .isEqualTo("<c a=\"2\">\n  <b>x\ny\nz</b>\n</c>");
        assertThat(text("<c>t</c>", "/c", "x\r\ny\rz")).isEqualTo("<c>x\ny\nz</c>");
    }

    @Test
    void a_declaration_names_the_encoding_of_the_file_if_there_was_one() {
        String declared = "<?xml version='1.0'?><c>ą</c>";
        assertThat(encoded(declared, StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<c>ą</c>");
        assertThat(encoded(declared, Charset.forName("ISO-8859-2"))).contains("encoding=\"iso-8859-2\"");
        assertThat(encoded(declared, StandardCharsets.UTF_16LE)).contains("encoding=\"utf-16\"");
        assertThat(encoded("<c/>", StandardCharsets.UTF_8)).isEqualTo("<c />");
        assertThat(text("<?xml version='1.0' encoding='ascii' standalone='yes'?><c/>"))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<c />");
    }

    @Test
    void a_text_that_its_encoding_cannot_hold_is_declared_as_UTF_8() {
        assertThat(encoded("<?xml version='1.0' encoding='iso-8859-2'?><c>中</c>", Charset.forName("ISO-8859-2")))
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    @Test
    void what_is_not_XML_is_refused_by_line_and_column() {
        assertThat(unreadable("<c>\n <a></c>"))
                .isEqualTo(new Rewriting.Unreadable(
                        "The element type \"a\" must be terminated by the matching end-tag \"</a>\".", 2, 7));
        assertThat(unreadable("{}").line()).isEqualTo(1);
        assertThat(unreadable("").message()).isNotBlank();
        assertThat(unreadable("<c>&nobody;</c>").message()).contains("nobody");
        assertThat(unreadable("<?xml version='1.1'?><c/>").message()).contains("1.1");
        assertThat(unreadable("<p:c/>").message()).contains("\"p\"");
    }
}
