package tako.octostache;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import tako.octostache.json.Numbers;

/** Reads what stands in {@code #{calc …}}; the rules are those of {@link Source}. */
final class CalculationParser {
    private static final int MAXIMUM_OPERANDS = 1_000;

    private final Source source;
    private final SymbolParser symbols;

    CalculationParser(Source source, SymbolParser symbols) {
        this.source = source;
        this.symbols = symbols;
    }

    Optional<Arithmetic> sum() {
        return chain("+-", this::product);
    }

    private Optional<Arithmetic> product() {
        return chain("*/", this::factor);
    }

    private Optional<Arithmetic> chain(String operators, Supplier<Optional<Arithmetic>> operand) {
        Optional<Arithmetic> first = operand.get();
        if (first.isEmpty()) {
            return first;
        }
        var links = new ArrayList<Arithmetic.Link>();
        Optional<Arithmetic.Link> next = source.optional(() -> link(operators, operand));
        while (next.isPresent()) {
            links.add(next.get());
            source.refuseMoreThan(MAXIMUM_OPERANDS, links.size() + 1, "numbers in one calculation");
            next = source.optional(() -> link(operators, operand));
        }
        return links.isEmpty() ? first : Optional.of(new Arithmetic.Chain(first.get(), links));
    }

    private Optional<Arithmetic.Link> link(String operators, Supplier<Optional<Arithmetic>> operand) {
        source.skipWhitespace();
        if (!source.oneOf(operators)) {
            return Optional.empty();
        }
        char operator = source.text().charAt(source.position() - 1);
        source.skipWhitespace();
        return operand.get().map(right -> new Arithmetic.Link(operator, right));
    }

    /** The first character decides what a factor is; there is no way back to a variable named {@code (a}. */
    private Optional<Arithmetic> factor() {
        if (source.lookingAt("(")) {
            return source.nested(this::parenthesised);
        }
        int start = source.position();
        Optional<Arithmetic> number = number();
        if (number.isPresent() || source.position() > start) {
            return number;
        }
        return source.lookingAt("{") ? braced() : variable();
    }

    private Optional<Arithmetic> parenthesised() {
        source.literal("(");
        Optional<Arithmetic> inner = sum();
        return inner.isEmpty() || source.literal(")") ? inner : Optional.empty();
    }

    /** Digits with an optional fraction; a point must be followed by digits. */
    private Optional<Arithmetic> number() {
        int start = source.position();
        digits();
        if (source.lookingAt(".")) {
            source.literal(".");
            if (!digits()) {
                return Optional.empty();
            }
        }
        String text = source.text().substring(start, source.position());
        return text.isEmpty() ? Optional.empty() : Numbers.parse(text).map(Arithmetic.Constant::new);
    }

    private boolean digits() {
        int start = source.position();
        while (!source.atEnd() && Characters.isNumeric(source.text().charAt(source.position()))) {
            source.moveTo(source.position() + 1);
        }
        return source.position() > start;
    }

    private Optional<Arithmetic> braced() {
        source.literal("{");
        Optional<Arithmetic> variable = variable();
        return variable.isEmpty() || source.literal("}") ? variable : Optional.empty();
    }

    private Optional<Arithmetic> variable() {
        source.skipWhitespace();
        Optional<Symbol> symbol = symbols.symbol();
        if (symbol.isPresent()) {
            source.skipWhitespace();
        }
        return symbol.map(Arithmetic.Variable::new);
    }
}
