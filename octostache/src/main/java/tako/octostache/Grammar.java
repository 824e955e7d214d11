package tako.octostache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template's tokens: text, and the constructs in braces behind a hash; the rules are those of {@link Source}. */
final class Grammar {
    private static final String OPEN = "#{";
    private static final String ELSE = "#{else}";
    private static final String ELSE_IF = "#{elseif";
    private static final String END_OF_EACH = "#{/each}";

    private final Source source;
    private final SymbolParser symbols;
    private final ExpressionParser expressions;
    private final CalculationParser calculations;
    private final Map<Integer, Attempt> attempts = new HashMap<>();

    /** What reading a construct at some place came to. A block that lacks its end is tried again by every block around it. */
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
        var text = new StringBuilder();
        source.moveTo(TextScanner.scan(source.text(), start, text));
        return source.position() == start ? Optional.empty() : Optional.of(new Token.Text(text.toString()));
    }

    private Optional<Token> construct() {
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

    private Optional<Token> newConstruct() {
        return source.firstOf(this::conditional, this::calculation, this::repetition, this::substitution);
    }

    private Optional<Token.Substitution> substitution() {
        if (!open()) {
            return Optional.empty();
        }
        Optional<Expression> expression = expressions.expression();
        return expression.isPresent() && close() ? expression.map(Token.Substitution::new) : Optional.empty();
    }

    private Optional<Token.Calculation> calculation() {
        if (!open() || !source.keyword("calc") || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Arithmetic> sum = calculations.sum();
        return sum.isPresent() && close() ? sum.map(Token.Calculation::new) : Optional.empty();
    }

    private Optional<Token.Repetition> repetition() {
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
                ? Optional.of(new Token.Repetition(variable.get(), collection.get(), body))
                : Optional.empty();
    }

    private Optional<Token.Conditional> conditional() {
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
        return keyword.get().equals("if") ? restOfIf(condition.get()) : restOfUnless(condition.get());
    }

    private Optional<Token.Conditional> restOfIf(Condition condition) {
        List<Token> then = tokensUpTo(true, true);
        var alternatives = new ArrayList<Alternative>();
        Optional<Alternative> alternative = source.optional(this::elseIf);
        while (alternative.isPresent()) {
            alternatives.add(alternative.get());
            alternative = source.optional(this::elseIf);
        }
        List<Token> otherwise = otherwise();
        for (Alternative branch : alternatives.reversed()) {
            otherwise = List.of(new Token.Conditional(branch.condition(), branch.body(), otherwise));
        }
        return source.literal("#{/if}")
                ? Optional.of(new Token.Conditional(condition, then, otherwise))
                : Optional.empty();
    }

    private Optional<Token.Conditional> restOfUnless(Condition condition) {
        List<Token> body = tokensUpTo(true, false);
        List<Token> otherwise = otherwise();
        return source.literal("#{/unless}")
                ? Optional.of(new Token.Conditional(condition, otherwise, body))
                : Optional.empty();
    }

    private record Alternative(Condition condition, List<Token> body) {}

    private Optional<Alternative> elseIf() {
        if (!source.literal(ELSE_IF) || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Condition> condition = expressions.condition();
        return condition.isPresent() && close()
                ? Optional.of(new Alternative(condition.get(), tokensUpTo(true, true)))
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
            Optional<Token> token = source.optional(this::token);
            if (token.isEmpty()) {
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
