package tako.octostache;

import java.util.OptionalDouble;
import tako.octostache.json.Numbers;

/** Works out {@code #{calc}}, in the numbers and by the rules of IEEE 754: a division by zero is infinite. */
record Calculator(Resolver resolver, Scope scope, Output output) {

    /** The result, or the calculation itself if a variable in it is missing or no number; nobody is told of that. */
    String calculated(Token.Calculation calculation) {
        OptionalDouble result = value(calculation.expression());
        return result.isPresent() ? Numbers.format(result.getAsDouble()) : Echo.of(calculation);
    }

    private OptionalDouble value(Arithmetic arithmetic) {
        return switch (arithmetic) {
            case Arithmetic.Constant(double value) -> OptionalDouble.of(value);
            case Arithmetic.Variable(Symbol symbol) -> number(symbol);
            case Arithmetic.Operation operation -> value(operation);
        };
    }

    private OptionalDouble number(Symbol symbol) {
        String text = resolver.text(symbol, scope, output);
        return text == null
                ? OptionalDouble.empty()
                : Numbers.parse(text).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private OptionalDouble value(Arithmetic.Operation operation) {
        OptionalDouble left = value(operation.left());
        if (left.isEmpty()) {
            return left;
        }
        OptionalDouble right = value(operation.right());
        return right.isEmpty()
                ? right
                : OptionalDouble.of(apply(left.getAsDouble(), operation.operator(), right.getAsDouble()));
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
