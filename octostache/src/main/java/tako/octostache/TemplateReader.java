package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a whole text, halting at what cannot be read or stepping over it. */
final class TemplateReader {
    private static final int CONTEXT_IN_MESSAGES = 10;

    private final String text;
    private final Source source;
    private final Grammar grammar;

    TemplateReader(String text) {
        this.text = text;
        this.source = new Source(text);
        this.grammar = new Grammar(source);
    }

    Template whole() {
        List<Token> tokens = grammar.tokens();
        return source.atEnd() ? Template.of(text, tokens) : Template.failed(text, unexpected());
    }

    /** What cannot be read is text, up to the furthest place that reading it reached. */
    Template readableParts() {
        List<Token> tokens = new ArrayList<>(grammar.tokens());
        while (!source.atEnd()) {
            int start = source.position();
            grammar.token();
            tokens.add(new Token.Text(text.substring(start, source.position())));
            tokens.addAll(grammar.tokens());
        }
        return Template.of(text, tokens);
    }

    private Failure.Syntax unexpected() {
        Position place = source.positionOf(source.position());
        String before = text.substring(Math.max(0, place.offset() - CONTEXT_IN_MESSAGES), place.offset());
        String message = String.format(
                Locale.ROOT,
                "Parsing failure: unexpected '%s'; expected end of input (Line %d, Column %d); recently consumed: %s",
                text.charAt(place.offset()),
                place.line(),
                place.column(),
                before);
        return new Failure.Syntax(message, place.line(), place.column());
    }
}
