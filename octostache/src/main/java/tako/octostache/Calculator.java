package tako.octostache;

import java.util.Optional;
import tako.octostache.json.Numbers;

/** Works out {@code #{calc}}, in the numbers and by the rules of IEEE 754: a division by zero is infinite. */
final class Calculator {
    private final Resolver resolver;

    Calculator(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The result; empty if a variable in it is missing or no number. */
    Optional<Double> calculate(Arithmetic arithmetic, Scope scope, Output output) {
        return switch (arithmetic) {
            case Arithmetic.Constant(double value) -> Optional.of(value);
            case Arithmetic.Variable(Symbol symbol) ->
                resolver.resolve(symbol, scope, output)
                        .flatMap(Binding::value)
                        .flatMap(value -> Numbers.parse(value.text()));
            case Arithmetic.Operation(Arithmetic left, char operator, Arithmetic right) ->
                calculate(left, scope, output)
                        .flatMap(a -> calculate(right, scope, output).map(b -> apply(a, operator, b)));
        };
    }

    private static double apply(double left, char operator, double right) {
        return switch (operator) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            case '/' -> left / right;
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
    }
}
