package tako.structured.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tako.structured.ConfigurationText;
import tako.structured.MalformedXml;
import tako.structured.Replacement;
import tako.structured.Rewriter;
import tako.structured.Rewriting;

/**
 * Rewrites XML files: the name of a variable is an XPath expression (XPath 1.0 and the wildcards {@code *:name} and {@code prefix:*}), its
 * value takes the place of what the expression selects. Variables are applied in order, each to the document as the ones before left it.
 *
 * <p>No external entity is read and none of the document's own is expanded between tags. At most 256 elements inside each other;
 * expressions may take five seconds in all, new text 4,000,000 characters: what does not fit is left as it was, with a warning.
 */
public final class XmlRewriter implements Rewriter {
    private final Bounds bounds;

    public XmlRewriter() {
        this(Bounds.USUAL);
    }

    XmlRewriter(Bounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Rewriting rewrite(ConfigurationText file, List<Replacement> variables) {
        var spellings = new Spellings();
        try {
            XmlFile xml = new XmlReader(spellings).read(file.text());
            var prefixes = Prefixes.of(xml.document());
            var replacing = new Replacing(xml.document(), new Effort(bounds), new Fragments(spellings));
            replacing.warn(prefixes.warnings());
            replacing.apply(variables, prefixes);
            return new Rewriting.Rewritten(
                    written(xml, spellings, file.charset()), replacing.used(), replacing.warnings());
        } catch (MalformedXml malformed) {
            return malformed.unreadable();
        }
    }

    private static String written(XmlFile xml, Spellings spellings, Charset charset) {
        String document = new XmlWriter(spellings).write(xml);
        return xml.declaration()
                .map(declaration -> declaration.written(declared(document, charset)) + "\n" + document)
                .orElse(document);
    }

    /** A text that its encoding cannot hold is written in UTF-8. */
    private static Charset declared(String text, Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode(text) ? charset : StandardCharsets.UTF_8;
    }
}
