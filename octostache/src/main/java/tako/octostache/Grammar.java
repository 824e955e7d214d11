package tako.octostache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a template's tokens: text, and the constructs in braces behind a hash; the rules are those of {@link Source}. */
final class Grammar {
    private static final String OPEN = Template.OPEN;
    private static final String ELSE = "#{else}";
    private static final String ELSE_IF = "#{elseif";
    private static final String END_OF_EACH = "#{/each}";

    private final Source source;
    private final SymbolParser symbols;
    private final ExpressionParser expressions;
    private final CalculationParser calculations;
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
    }

    SymbolParser symbols() {
        return symbols;
    }

    /** As many tokens as there are; the source is left behind the last. */
    List<Token> tokens() {
        return tokensUpTo(false, false);
    }

    Optional<Token> token() {
        if (!source.lookingAt(OPEN)) {
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
            case 'i', 'u' -> guessed(this::conditional);
            case 'c' -> guessed(this::calculation);
            case 'e' -> guessed(this::repetition);
            default -> substitution().map(Token.class::cast);
        };
    }

    private char firstLetter() {
        int start = source.position();
        boolean opens = open();
        char letter = opens && !source.atEnd() ? source.text().charAt(source.position()) : OPEN.charAt(0);
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
        if (!open()) {
            return Optional.empty();
        }
        Optional<Expression> expression = expressions.expression();
        return expression.isPresent() && close()
                ? Optional.of(new Token.Substitution(expression.get(), start))
                : Optional.empty();
    }

    private Optional<Token> calculation() {
        int start = source.position();
        if (!open() || !source.keyword("calc") || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Arithmetic> sum = calculations.sum();
        return sum.isPresent() && close() ? Optional.of(new Token.Calculation(sum.get(), start)) : Optional.empty();
    }

    private Optional<Token> repetition() {
        int start = source.position();
        if (!open() || !source.keyword("each") || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Step.Identifier> variable = symbols.identifier();
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        source.skipWhitespace();
        if (!source.keyword("in")) {
            return Optional.empty();
        }
        source.skipWhitespace();
        Optional<Symbol> collection = symbols.symbol();
        if (collection.isEmpty() || !close()) {
            return Optional.empty();
        }
        List<Token> body = tokens();
        return source.literal(END_OF_EACH)
                ? Optional.of(new Token.Repetition(variable.get(), collection.get(), body, start))
                : Optional.empty();
    }

    private Optional<Token> conditional() {
        int start = source.position();
        if (!open()) {
            return Optional.empty();
        }
        Optional<String> keyword = source.firstOf(() -> keyword("if"), () -> keyword("unless"));
        if (keyword.isEmpty() || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Condition> condition = expressions.condition();
        if (condition.isEmpty() || !close()) {
            return Optional.empty();
        }
        return keyword.get().equals("if") ? restOfIf(condition.get(), start) : restOfUnless(condition.get(), start);
    }

    private Optional<Token> restOfIf(Condition condition, int start) {
        List<Token> then = tokensUpTo(true, true);
        var alternatives = new ArrayList<Alternative>();
        Optional<Alternative> alternative = source.optional(this::elseIf);
        while (alternative.isPresent()) {
            alternatives.add(alternative.get());
            source.refuseMoreThan(Source.MAXIMUM_NESTING, alternatives.size(), "alternatives in one condition");
            alternative = source.optional(this::elseIf);
        }
        List<Token> otherwise = otherwise();
        for (Alternative branch : alternatives.reversed()) {
            otherwise = List.of(new Token.Conditional(branch.condition(), branch.body(), otherwise, branch.offset()));
        }
        return source.literal("#{/if}")
                ? Optional.of(new Token.Conditional(condition, then, otherwise, start))
                : Optional.empty();
    }

    private Optional<Token> restOfUnless(Condition condition, int start) {
        List<Token> body = tokensUpTo(true, false);
        List<Token> otherwise = otherwise();
        return source.literal("#{/unless}")
                ? Optional.of(new Token.Conditional(condition, otherwise, body, start))
                : Optional.empty();
    }

    private record Alternative(Condition condition, List<Token> body, int offset) {}

    private Optional<Alternative> elseIf() {
        int start = source.position();
        if (!source.literal(ELSE_IF) || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Condition> condition = expressions.condition();
        return condition.isPresent() && close()
                ? Optional.of(new Alternative(condition.get(), tokensUpTo(true, true), start))
                : Optional.empty();
    }

    private List<Token> otherwise() {
        if (!source.lookingAt(ELSE)) {
            return List.of();
        }
        source.literal(ELSE);
        return tokens();
    }

    private List<Token> tokensUpTo(boolean elseEnds, boolean elseIfEnds) {
        var tokens = new ArrayList<Token>();
        while (!(elseEnds && source.lookingAt(ELSE)) && !(elseIfEnds && isAtElseIf())) {
            int start = source.position();
            Optional<Token> token = token();
            if (token.isEmpty()) {
                source.moveTo(start);
                break;
            }
            tokens.add(token.get());
        }
        return tokens;
    }

    private boolean isAtElseIf() {
        int behind = source.position() + ELSE_IF.length();
        return source.lookingAt(ELSE_IF)
                && behind < source.text().length()
                && Characters.isWhitespace(source.text().charAt(behind));
    }

    private Optional<String> keyword(String word) {
        return source.keyword(word) ? Optional.of(word) : Optional.empty();
    }

    private boolean open() {
        if (source.lookingAt("#{/") || !source.literal(OPEN)) {
            return false;
        }
        source.skipWhitespace();
        return true;
    }

    private boolean close() {
        source.skipWhitespace();
        return source.literal("}");
    }
}
