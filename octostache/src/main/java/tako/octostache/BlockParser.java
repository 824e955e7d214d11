package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what has tokens inside, {@code if}, {@code unless} and {@code each}; the rules are those of {@link Source}. */
final class BlockParser {
    private static final int MAXIMUM_ALTERNATIVES = 200;
    private static final String ELSE = "#{else}";
    private static final String ELSE_IF = "#{elseif";
    private static final String END_OF_EACH = "#{/each}";

    private final Source source;
    private final SymbolParser symbols;
    private final ExpressionParser expressions;
    private final Supplier<Optional<Token>> token;

    BlockParser(Source source, SymbolParser symbols, ExpressionParser expressions, Supplier<Optional<Token>> token) {
        this.source = source;
        this.symbols = symbols;
        this.expressions = expressions;
        this.token = token;
    }

    /** As many tokens as there are. */
    List<Token> tokens() {
        return tokensUpTo(false, false);
    }

    Optional<Token> repetition() {
        int start = source.position();
        if (!source.open() || !source.keyword("each") || !source.whitespace()) {
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
        if (collection.isEmpty() || !source.close()) {
            return Optional.empty();
        }
        List<Token> body = tokens();
        return source.literal(END_OF_EACH)
                ? Optional.of(new Token.Repetition(variable.get(), collection.get(), body, start))
                : Optional.empty();
    }

    Optional<Token> conditional() {
        int start = source.position();
        if (!source.open()) {
            return Optional.empty();
        }
        Optional<String> keyword = source.firstOf(() -> keyword("if"), () -> keyword("unless"));
        if (keyword.isEmpty() || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Condition> condition = expressions.condition();
        if (condition.isEmpty() || !source.close()) {
            return Optional.empty();
        }
        return keyword.get().equals("if") ? restOfIf(condition.get(), start) : restOfUnless(condition.get(), start);
    }

    private Optional<Token> restOfIf(Condition condition, int start) {
        var choices = new ArrayList<Token.Choice>(2);
        choices.add(new Token.Choice(condition, tokensUpTo(true, true), start));
        Optional<Token.Choice> alternative = source.optional(this::elseIf);
        while (alternative.isPresent()) {
            source.refuseMoreThan(MAXIMUM_ALTERNATIVES, choices.size(), "alternatives in one condition");
            choices.add(alternative.get());
            alternative = source.optional(this::elseIf);
        }
        List<Token> otherwise = otherwise();
        return source.literal("#{/if}") ? Optional.of(new Token.Conditional(choices, otherwise)) : Optional.empty();
    }

    private Optional<Token> restOfUnless(Condition condition, int start) {
        List<Token> body = tokensUpTo(true, false);
        List<Token> otherwise = otherwise();
        return source.literal("#{/unless}")
                ? Optional.of(new Token.Conditional(List.of(new Token.Choice(condition, otherwise, start)), body))
                : Optional.empty();
    }

    private Optional<Token.Choice> elseIf() {
        int start = source.position();
        if (!source.literal(ELSE_IF) || !source.whitespace()) {
            return Optional.empty();
        }
        Optional<Condition> condition = expressions.condition();
        return condition.isPresent() && source.close()
                ? Optional.of(new Token.Choice(condition.get(), tokensUpTo(true, true), start))
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
            Optional<Token> next = token.get();
            if (next.isEmpty()) {
                source.moveTo(start);
                break;
            }
            tokens.add(next.get());
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
}
