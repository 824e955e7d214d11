package tako.octostache.filter.markdown;

import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * CommonMark with tables, more kinds of emphasis ({@code ~~del~~ ~sub~ ^sup^ ++ins++ ==mark==}) and bare links. HTML in the text is passed
 * through: the result is as trustworthy as the text, and must be cleaned before it is shown to others.
 */
public final class Markdown {
    /** How deep blocks and emphasis may be nested. */
    public static final int DEEPEST = 200;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = parser();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .percentEncodeUrls(true)
            .attributeProviderFactory(_ -> Alignment::style)
            .nodeRendererFactory(MarkRenderer::new)
            .build();

    private Markdown() {}

    private static Parser parser() {
        Parser.Builder builder = Parser.builder()
                .extensions(TABLES)
                .maxOpenBlockParsers(DEEPEST)
                .customInlineContentParserFactory(new BareLinks());
        MarkKind.ALL.forEach(kind -> builder.customDelimiterProcessor(new MarkProcessor(kind)));
        return builder.build();
    }

    /** The text in HTML; empty if it is nested too deep. */
    public static Optional<String> toHtml(String markdown) {
        Node document = PARSER.parse(markdown);
        if (isTooDeep(document)) {
            return Optional.empty();
        }
        LinksInLinks.unwrap(document);
        return Optional.of(RENDERER.render(document));
    }

    /** Without recursion, for which it may be too deep. */
    private static boolean isTooDeep(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > DEEPEST) {
                    return true;
                }
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return false;
    }
}
