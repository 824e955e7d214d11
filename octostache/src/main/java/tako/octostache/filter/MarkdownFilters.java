package tako.octostache.filter;

import java.util.Locale;
import java.util.Map;
import tako.octostache.filter.markdown.Markdown;

/**
 * Markdown to HTML. HTML in the text stays as it is, and so do links to whatever they name: whoever shows the result to others must clean it
 * first.
 */
final class MarkdownFilters {
    private MarkdownFilters() {}

    static Map<String, Filter> all() {
        Filter markdown = Filter.plain(MarkdownFilters::html);
        return Map.of("markdown", markdown, "markdowntohtml", markdown);
    }

    private static String html(String text) {
        String html = Markdown.toHtml(Whitespace.trim(text))
                .orElseThrow(() -> new FilterRefused(String.format(
                        Locale.ROOT,
                        "The Markdown is nested more than %d deep. Take some of it apart.",
                        Markdown.DEEPEST)));
        OutputBound.check("Markdown", html.length());
        return html + "\n";
    }
}
