package tako.structured.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.Replacement;
import tako.structured.Rewriting;

/** Documents and their rewriting, for tests. */
final class Xml {
    static final String SETTINGS = """
            <?xml version="1.0" encoding="utf-8"?>
            <document xmlns:db="urn:example:first" xmlns:unique="urn:example:unique">
              <!-- comment -->
              <setting id="id-1">value-1</setting>
              <setting id="id-2">value-2</setting>
              <setting id="id-3"><![CDATA[value-3]]></setting>
              <db:connection>text</db:connection>
              <node xmlns="urn:example:node">one</node>
              <more>
                <setting id="id-4">value-4</setting>
              </more>
              <unique:other>two</unique:other>
              <?xml-stylesheet type="text/xsl" href="main.xsl"?>
            </document>""";

    private Xml() {}

    /** What becomes of a document; names and values take turns. */
    static Rewriting.Rewritten rewrite(String document, String... variables) {
        return rewrite(new XmlRewriter(), document, variables);
    }

    static Rewriting.Rewritten rewrite(XmlRewriter rewriter, String document, String... variables) {
        var list = new ArrayList<Replacement>();
        for (int i = 0; i < variables.length; i += 2) {
            list.add(Replacement.of(variables[i], variables[i + 1]));
        }
        Rewriting found = rewriter.rewrite(new ConfigurationText(document, StandardCharsets.UTF_8), list);
        assertThat(found).isInstanceOf(Rewriting.Rewritten.class);
        return (Rewriting.Rewritten) found;
    }

    static String text(String document, String... variables) {
        return rewrite(document, variables).text();
    }

    static String encoded(String document, Charset charset) {
        Rewriting found = new XmlRewriter().rewrite(new ConfigurationText(document, charset), List.of());
        return ((Rewriting.Rewritten) found).text();
    }

    static Rewriting.Unreadable unreadable(String document) {
        Rewriting found = new XmlRewriter().rewrite(new ConfigurationText(document, StandardCharsets.UTF_8), List.of());
        assertThat(found).isInstanceOf(Rewriting.Unreadable.class);
        return (Rewriting.Unreadable) found;
    }
}
