package tako.octostache;

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
        Optional<Arithmetic> left = operand.get();
        Optional<Arithmetic> next = left;
        int operands = 0;
        while (next.isPresent()) {
            left = next;
            source.refuseMoreThan(MAXIMUM_OPERANDS, ++operands, "numbers in one calculation");
            Arithmetic soFar = left.get();
            next = source.optional(() -> continued(soFar, operators, operand));
        }
        return left;
    }

    private Optional<Arithmetic> continued(Arithmetic left, String operators, Supplier<Optional<Arithmetic>> operand) {
        source.skipWhitespace();
        if (!source.oneOf(operators)) {
            return Optional.empty();
        }
        char operator = source.text().charAt(source.position() - 1);
        source.skipWhitespace();
        return operand.get().map(right -> new Arithmetic.Operation(left, operator, right));
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
