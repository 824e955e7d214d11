package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads symbols, chains of filters and conditions; the rules are those of {@link Source}. */
final class ExpressionParser {
    private static final int MAXIMUM_FILTERS = 200;
    private static final String ESCAPED_QUOTE = "\\\"";

    private final Source source;
    private final SymbolParser symbols;
    private final Supplier<Optional<Token>> construct;

    ExpressionParser(Source source, SymbolParser symbols, Supplier<Optional<Token>> construct) {
        this.source = source;
        this.symbols = symbols;
        this.construct = construct;
    }

    /** A symbol, or a chain of filters with or without one. Reads the symbol once, so that nothing is read twice at every level. */
    Optional<Expression> expression() {
        int start = source.position();
        Optional<Symbol> symbol = symbols.symbol();
        int reached = source.position();
        source.moveTo(symbol.isPresent() ? reached : start);
        source.skipWhitespace();
        Optional<Expression> chain = filters(symbol);
        if (chain.isPresent()) {
            return chain;
        }
        source.moveTo(symbol.isPresent() ? reached : Math.max(reached, source.position()));
        return symbol.map(Expression.class::cast);
    }

    /** One filter or more. */
    private Optional<Expression> filters(Optional<Symbol> argument) {
        var filters = new ArrayList<FilterCall>(2);
        Optional<FilterCall> next = filter();
        while (next.isPresent()) {
            filters.add(next.get());
            source.refuseMoreThan(MAXIMUM_FILTERS, filters.size(), "filters in one expression");
            next = source.optional(this::filter);
        }
        return filters.isEmpty() ? Optional.empty() : Optional.of(new Filtered(argument, filters));
    }

    private Optional<FilterCall> filter() {
        if (!source.literal("|")) {
            return Optional.empty();
        }
        source.skipWhitespace();
        Optional<String> name = symbols.tightIdentifier();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        source.skipWhitespace();
        return Optional.of(new FilterCall(name.get(), options()));
    }

    private List<Option> options() {
        var options = new ArrayList<Option>();
        Optional<Option> option = source.optional(this::option);
        while (option.isPresent()) {
            options.add(option.get());
            option = source.optional(this::option);
        }
        return options;
    }

    private Optional<Option> option() {
        if (source.lookingAt("#")) {
            return construct.get().map(Option.class::cast);
        }
        source.skipWhitespace();
        if (source.lookingAt("\"")) {
            return quoted().map(Option.class::cast);
        }
        return source.lookingAt(ESCAPED_QUOTE)
                ? escapedQuoted().map(Option.class::cast)
                : unquoted().map(Option.class::cast);
    }

    private Optional<Literal> unquoted() {
        Optional<Literal> word = symbols.tightIdentifier().map(Literal::new);
        if (word.isPresent()) {
            source.skipWhitespace();
        }
        return word;
    }

    private Optional<Literal> quoted() {
        source.skipWhitespace();
        if (!source.literal("\"")) {
            return Optional.empty();
        }
        String text = source.until("\"#");
        if (!source.literal("\"")) {
            return Optional.empty();
        }
        source.skipWhitespace();
        return Optional.of(new Literal(text));
    }

    private Optional<Literal> escapedQuoted() {
        source.skipWhitespace();
        if (!source.literal(ESCAPED_QUOTE)) {
            return Optional.empty();
        }
        int start = source.position();
        int end = source.text().indexOf(ESCAPED_QUOTE, start);
        if (end < 0) {
            source.moveTo(source.text().length());
            return Optional.empty();
        }
        source.moveTo(end + ESCAPED_QUOTE.length());
        source.skipWhitespace();
        return Optional.of(new Literal(source.text().substring(start, end)));
    }

    /** What {@code if}, {@code elseif} and {@code unless} judge. */
    Optional<Condition> condition() {
        source.skipWhitespace();
        return source.firstOf(this::conditionOnExpression, this::conditionOnText);
    }

    private Optional<Condition> conditionOnExpression() {
        Optional<Expression> left = expression();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        source.skipWhitespace();
        Optional<Condition.Comparison> comparison = source.optional(this::comparison);
        source.skipWhitespace();
        return Optional.of(new Condition(left.get(), comparison));
    }

    private Optional<Condition.Comparison> comparison() {
        Optional<Boolean> equal = comparisonOperator();
        if (equal.isEmpty()) {
            return Optional.empty();
        }
        Optional<Operand> right = source.firstOf(this::expression, this::quoted, this::escapedQuoted);
        return right.map(operand -> new Condition.Comparison(equal.get(), operand));
    }

    /** {@code "text" == expression}: the same as the other way round. */
    private Optional<Condition> conditionOnText() {
        Optional<Literal> text = source.firstOf(this::quoted, this::escapedQuoted);
        Optional<Boolean> equal = text.isEmpty() ? Optional.empty() : comparisonOperator();
        Optional<Expression> right = equal.isEmpty() ? Optional.empty() : expression();
        if (right.isEmpty()) {
            return Optional.empty();
        }
        source.skipWhitespace();
        return Optional.of(new Condition(right.get(), Optional.of(new Condition.Comparison(equal.get(), text.get()))));
    }

    /** Whether both sides are to be equal, or to differ. */
    private Optional<Boolean> comparisonOperator() {
        source.skipWhitespace();
        Optional<Boolean> equal = source.firstOf(() -> operator("==", true), () -> operator("!=", false));
        if (equal.isPresent()) {
            source.skipWhitespace();
        }
        return equal;
    }

    private Optional<Boolean> operator(String text, boolean equal) {
        return source.literal(text) ? Optional.of(equal) : Optional.empty();
    }
}
