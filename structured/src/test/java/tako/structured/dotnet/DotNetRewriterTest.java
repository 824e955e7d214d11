package tako.structured.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;
import tako.structured.Rewritings;

class DotNetRewriterTest {
    private static final Rewritings FILES = new Rewritings(new DotNetRewriter());

    private static final String WEB_CONFIG = """
            <?xml version='1.0' encoding="utf-8"?>
            <!-- <add key="Mail" value="comment"/> -->
            <configuration>
              <appSettings>
                <add   key='Mail' value = 'old' />
                <add key="Other" value="old"/>
              </appSettings>
              <connectionStrings configSource="">
                <add name="Shop" connectionString="Server=old" providerName="x"></add>
              </connectionStrings>
              <applicationSettings>
                <Shop.Properties.Settings>
                  <setting name="Url" serializeAs="String">
                    <value>http://old</value>
                  </setting>
                </Shop.Properties.Settings>
              </applicationSettings>
              <elsewhere><add key="Mail" value="old" /><setting name="Url"><value>old</value></setting></elsewhere>
            </configuration>
            """;

    @Test
    void settings_get_the_values_of_variables_with_their_names_and_everything_else_stays() {
        var rewritten = FILES.rewritten(
                WEB_CONFIG,
                Replacement.of("mail", "new"),
                Replacement.of("SHOP", "Server=new"),
                Replacement.of("Url", "http://new"),
                Replacement.of("Nobody", "new"));

        assertThat(rewritten.text())
                .isEqualTo(WEB_CONFIG
                        .replace("key='Mail' value = 'old'", "key='Mail' value = 'new'")
                        .replace("Server=old", "Server=new")
                        .replace("http://old", "http://new"));
        assertThat(rewritten.used()).containsExactly("mail", "SHOP", "Url");
    }

    @Test
    void values_are_escaped_for_where_they_stand() {
        String value = "a<b>&\"c\"'d'\r\n\te";

        assertThat(FILES.text("<appSettings><add key='k' value=''/></appSettings>", "k", value))
                .contains("value='a&lt;b&gt;&amp;\"c\"&apos;d&apos;&#xD;&#xA;&#x9;e'");
        assertThat(FILES.text("<appSettings><add key='k' value=\"\"/></appSettings>", "k", value))
                .contains("value=\"a&lt;b&gt;&amp;&quot;c&quot;'d'&#xD;&#xA;&#x9;e\"");
        assertThat(FILES.text(
                        "<applicationSettings><setting name='k'><value/></setting></applicationSettings>", "k", value))
                .contains("<value>a&lt;b&gt;&amp;\"c\"'d'&#xD;\n\te</value>");
    }

    @Test
    void names_are_compared_by_what_they_mean() {
        assertThat(FILES.text("<appSettings><add value='1' key='a&amp;&#98;&#x43;'/></appSettings>", "A&BC", "2"))
                .isEqualTo("<appSettings><add value='2' key='a&amp;&#98;&#x43;'/></appSettings>");
    }

    @Test
    void a_setting_without_a_value_gets_one() {
        assertThat(FILES.text("<appSettings><add key='a' /></appSettings>", "a", "1"))
                .isEqualTo("<appSettings><add key='a' value=\"1\" /></appSettings>");
        assertThat(FILES.text("<applicationSettings><x><setting name='a'/></x></applicationSettings>", "a", "1"))
                .isEqualTo(
                        "<applicationSettings><x><setting name='a'><value>1</value></setting></x></applicationSettings>");
        assertThat(FILES.text("<applicationSettings><setting name='a'></setting></applicationSettings>", "a", "1"))
                .isEqualTo("<applicationSettings><setting name='a'><value>1</value></setting></applicationSettings>");
    }

    @Test
    void what_a_value_element_holds_is_replaced_as_a_whole() {
        assertThat(FILES.text(
                        "<applicationSettings><setting name='a'><value><list><value>1</value></list></value></setting></applicationSettings>",
                        "a",
                        "2"))
                .isEqualTo("<applicationSettings><setting name='a'><value>2</value></setting></applicationSettings>");
    }

    @Test
    void namespaces_do_not_matter() {
        assertThat(FILES.text("<c:appSettings xmlns:c='urn:c'><c:add key='a' value='1'/></c:appSettings>", "a", "2"))
                .contains("value='2'");
        assertThat(FILES.text(
                        "<c:applicationSettings xmlns:c='urn:c'><c:setting name='a'/></c:applicationSettings>",
                        "a",
                        "2"))
                .contains("<c:setting name='a'><c:value>2</c:value></c:setting>");
    }

    @Test
    void a_variable_without_a_value_empties() {
        var rewritten = FILES.rewritten(
                "<appSettings><add key='a' value='1'/></appSettings>", new Replacement("a", Optional.empty()));

        assertThat(rewritten.text()).contains("value=''");
    }

    @Test
    void what_XML_cannot_hold_is_left_out_with_a_warning() {
        var rewritten =
                FILES.rewritten("<appSettings><add key='a' value='1'/></appSettings>", Replacement.of("a", "\u0001"));

        assertThat(rewritten.text()).contains("value='1'");
        assertThat(rewritten.used()).isEmpty();
        assertThat(rewritten.warnings()).singleElement().asString().contains("'a'");
    }

    @Test
    void what_the_encoding_lacks_is_written_as_references() {
        var file = new ConfigurationText(
                "<appSettings><add key='a' value=''/></appSettings>", StandardCharsets.ISO_8859_1);

        var rewriting = new DotNetRewriter().rewrite(file, List.of(Replacement.of("a", "é€😎")));

        assertThat(((Rewriting.Rewritten) rewriting).text()).contains("value='é&#x20AC;&#x1F60E;'");
    }

    @Test
    void tags_in_comments_instructions_CDATA_and_document_types_are_no_settings() {
        String file = """
                <!DOCTYPE c [<!ENTITY e "<appSettings><add key='a' value='1'/></appSettings>"><!-- ' --><?p " ?>]>
                <c><![CDATA[<appSettings><add key='a' value='1'/></appSettings>]]><?x <add key='a'/>?></c>
                """;

        assertThat(FILES.text(file, "a", "2")).isEqualTo(file);
    }

    @Test
    void an_unreadable_file_says_where() {
        var unreadable = FILES.unreadable("<appSettings>\n  <add key='a'>\n</appSettings>");

        assertThat(unreadable.line()).isEqualTo(3);
        assertThat(unreadable.column()).isPositive();
        assertThat(unreadable.message()).contains("\"add\"");
    }

    @Test
    void a_file_that_names_others_reads_none_of_them() {
        String file = "<!DOCTYPE c SYSTEM 'file:///nowhere.dtd' [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><c>&e;</c>";

        assertThat(FILES.rewritten(file).text()).isEqualTo(file);
    }

    @Test
    void a_file_of_entities_that_grow_without_end_is_unreadable() {
        String file = """
                <!DOCTYPE c [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
                <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
                <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]><c>&f;</c>
                """;

        assertThat(FILES.unreadable(file).message()).isNotBlank();
    }
}
