package tako.octostache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a template's tokens: text, and the constructs in braces behind a hash; the rules are those of {@link Source}. */
final class Grammar {
    private final Source source;
    private final SymbolParser symbols;
    private final ExpressionParser expressions;
    private final CalculationParser calculations;
    private final BlockParser blocks;
    private final Map<Integer, Attempt> attempts = new HashMap<>();
    private int guesses;

    /**
     * What reading a construct at some place came to. A block that lacks its end is read again as something else, and everything in it by
     * every block around it; so as long as a block is only guessed, what is read in it is kept.
     */
    private record Attempt(Optional<Token> token, int reached) {}

    Grammar(Source source) {
        this.source = source;
        this.symbols = new SymbolParser(source, this::substitution);
        this.expressions = new ExpressionParser(source, symbols, this::construct);
        this.calculations = new CalculationParser(source, symbols);
        this.blocks = new BlockParser(source, symbols, expressions, this::token);
    }

    SymbolParser symbols() {
        return symbols;
    }

    /** As many tokens as there are; the source is left behind the last. */
    List<Token> tokens() {
        return blocks.tokens();
    }

    Optional<Token> token() {
        if (!source.lookingAt(Template.OPEN)) {
            return text();
        }
        int insideOpen = source.position() + 1;
        Optional<Token> construct = construct();
        if (construct.isEmpty()) {
            source.moveTo(Math.max(source.position(), insideOpen));
        }
        return construct;
    }

    private Optional<Token> text() {
        int start = source.position();
        int end = TextScanner.plainEnd(source.text(), start);
        if (end > start) {
            source.moveTo(end);
            return Optional.of(new Token.Text(source.text().substring(start, end)));
        }
        var text = new StringBuilder();
        source.moveTo(TextScanner.scan(source.text(), start, text));
        return source.position() == start ? Optional.empty() : Optional.of(new Token.Text(text.toString()));
    }

    private Optional<Token> construct() {
        if (guesses == 0) {
            return source.nested(this::newConstruct);
        }
        int start = source.position();
        Attempt known = attempts.get(start);
        if (known != null) {
            source.moveTo(known.reached());
            return known.token();
        }
        Optional<Token> token = source.nested(this::newConstruct);
        attempts.put(start, new Attempt(token, source.position()));
        return token;
    }

    /** What no keyword begins is a substitution, and so is what a keyword seemed to begin. */
    private Optional<Token> newConstruct() {
        return switch (firstLetter()) {
            case 'i', 'u' -> guessed(blocks::conditional);
            case 'c' -> guessed(this::calculation);
            case 'e' -> guessed(blocks::repetition);
            default -> substitution().map(Token.class::cast);
        };
    }

    private char firstLetter() {
        int start = source.position();
        char letter = source.open() && !source.atEnd() ? source.text().charAt(source.position()) : '#';
        source.moveTo(start);
        return Character.toLowerCase(letter);
    }

    private Optional<Token> guessed(Supplier<Optional<? extends Token>> guess) {
        return source.firstOf(
                () -> {
                    guesses++;
                    Optional<? extends Token> token = guess.get();
                    guesses--;
                    return token;
                },
                this::substitution);
    }

    private Optional<Token.Substitution> substitution() {
        int start = source.position();
        if (!source.open()) {
            return Optional.empty();
        }
        Optional<Expression> expression = expressions.expression();
        return expression.isPresent() && source.close()
                ? Optional.of(new Token.Substitution(expression.get(), start))
                : Optional.empty();
    }

    private Optional<Token> calculation() {
        int start = source.position();
        if (!source.open() || !source.keyword("calc") || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Arithmetic> sum = calculations.sum();
        return sum.isPresent() && source.close() ? Optional.of(new Token.Calculation(sum.get(), start)) : Optional.empty();
    }
}
