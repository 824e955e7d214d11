package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads names and the paths made of them; the rules are those of {@link Source}. */
final class SymbolParser {
    private static final List<String> WORDS_THAT_END_A_NAME = List.of("in", "==", "!=");

    private final Source source;
    private final Supplier<Optional<Token.Substitution>> substitution;

    SymbolParser(Source source, Supplier<Optional<Token.Substitution>> substitution) {
        this.source = source;
        this.substitution = substitution;
    }

    /** The symbol that a variable's name is, as far as it can be read; empty if the name does not even begin as one, or is nested too deep. */
    static Optional<Symbol> ofName(String name) {
        try {
            return new Grammar(new Source(name)).symbols().symbol();
        } catch (EvaluationStopped | StackOverflowError tooDeep) {
            return Optional.empty();
        }
    }

    Optional<Symbol> symbol() {
        Optional<Step.Identifier> first = identifier();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>(4);
        Optional<? extends Step> step = first;
        int reached = source.position();
        while (step.isPresent()) {
            steps.add(step.get());
            reached = source.position();
            step = furtherStep();
        }
        source.moveTo(reached);
        return Optional.of(Symbol.of(steps));
    }

    private Optional<? extends Step> furtherStep() {
        if (source.lookingAt(".")) {
            source.literal(".");
            return identifier();
        }
        return source.lookingAt("[") ? source.firstOf(this::lookup, this::index) : Optional.empty();
    }

    /** A name; whitespace may stand in it, and is dropped at its ends. */
    Optional<Step.Identifier> identifier() {
        int start = source.position();
        if (!nameContinuesAt(start)) {
            source.moveTo(wordEndsNameAt(start) ? start + 1 : start);
            return Optional.empty();
        }
        int end = start + 1;
        while (nameContinuesAt(end)) {
            end++;
        }
        source.moveTo(end);
        return Optional.of(
                Step.Identifier.of(Characters.trim(source.text().substring(start, end)), source.positionOf(start)));
    }

    /** A name without whitespace, as filters and their options have it. */
    Optional<String> tightIdentifier() {
        int start = source.position();
        int end = start;
        String text = source.text();
        while (end < text.length() && Characters.isNamePart(text.charAt(end))) {
            end++;
        }
        source.moveTo(end);
        return end == start ? Optional.empty() : Optional.of(text.substring(start, end));
    }

    private boolean nameContinuesAt(int place) {
        String text = source.text();
        if (place >= text.length()) {
            return false;
        }
        char c = text.charAt(place);
        return Characters.isNamePart(c)
                || (Characters.isWhitespace(c) && !isFollowedByEnd(place) && !wordEndsNameAt(place));
    }

    /** The blank before a bar or a closing brace is not part of the name, unless the text ends with that. */
    private boolean isFollowedByEnd(int place) {
        String text = source.text();
        return place + 2 < text.length() && (text.charAt(place + 1) == '|' || text.charAt(place + 1) == '}');
    }

    private boolean wordEndsNameAt(int place) {
        String text = source.text();
        if (place >= text.length() || !Characters.isWhitespace(text.charAt(place))) {
            return false;
        }
        for (String word : WORDS_THAT_END_A_NAME) {
            int behind = place + 1 + word.length();
            if (text.startsWith(word, place + 1)
                    && behind < text.length()
                    && Characters.isWhitespace(text.charAt(behind))) {
                return true;
            }
        }
        return false;
    }

    /** {@code [#{symbol}]}; with a filter in it, it is a literal index instead. */
    private Optional<Step.Lookup> lookup() {
        if (!source.literal("[")) {
            return Optional.empty();
        }
        source.skipWhitespace();
        int start = source.position();
        Optional<Token.Substitution> inner = source.nested(substitution);
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        if (!(inner.get().expression() instanceof Symbol symbol)) {
            source.moveTo(start);
            return Optional.empty();
        }
        source.skipWhitespace();
        return source.literal("]") ? Optional.of(new Step.Lookup(symbol)) : Optional.empty();
    }

    private Optional<Step.Index> index() {
        int start = source.position();
        return bracketed().map(text -> Step.Index.of(text, source.positionOf(start)));
    }

    /** The text in balanced brackets; blanks before it are dropped, those behind it kept. */
    private Optional<String> bracketed() {
        if (!source.literal("[")) {
            return Optional.empty();
        }
        source.skipWhitespace();
        var text = new StringBuilder();
        Optional<String> piece = source.optional(this::bracketedPiece);
        while (piece.isPresent()) {
            text.append(piece.get());
            piece = source.optional(this::bracketedPiece);
        }
        return source.literal("]") ? Optional.of(text.toString()) : Optional.empty();
    }

    private Optional<String> bracketedPiece() {
        if (source.lookingAt("[")) {
            return source.nested(this::bracketed).map(inner -> "[" + inner + "]");
        }
        String run = source.until("[]");
        return run.isEmpty() ? Optional.empty() : Optional.of(run);
    }
}
