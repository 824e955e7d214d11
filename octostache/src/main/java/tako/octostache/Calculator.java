package tako.octostache;

import java.util.OptionalDouble;
import tako.octostache.json.Numbers;

/** Works out {@code #{calc}}, in the numbers and by the rules of IEEE 754: a division by zero is infinite. */
record Calculator(Resolver resolver, Budget budget, Scope scope, Output output) {

    /** The result, or the calculation itself if a variable in it is missing or no number; nobody is told of that. */
    String calculated(Token.Calculation calculation) {
        OptionalDouble result = value(calculation.expression());
        return result.isPresent() ? Numbers.format(result.getAsDouble()) : Echo.of(calculation);
    }

    private OptionalDouble value(Arithmetic arithmetic) {
        return switch (arithmetic) {
            case Arithmetic.Constant(double value) -> OptionalDouble.of(value);
            case Arithmetic.Variable(Symbol symbol) -> number(symbol);
            case Arithmetic.Chain chain -> value(chain);
        };
    }

    private OptionalDouble number(Symbol symbol) {
        String text = resolver.text(symbol, scope, output);
        return text == null
                ? OptionalDouble.empty()
                : Numbers.parse(text).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private OptionalDouble value(Arithmetic.Chain chain) {
        budget.enterPart();
        try {
            OptionalDouble result = value(chain.first());
            for (Arithmetic.Link link : chain.links()) {
                if (result.isEmpty()) {
                    return result;
                }
                budget.tick();
                result = joined(result.getAsDouble(), link);
            }
            return result;
        } finally {
            budget.leavePart();
        }
    }

    private OptionalDouble joined(double left, Arithmetic.Link link) {
        OptionalDouble right = value(link.operand());
        return right.isEmpty() ? right : OptionalDouble.of(apply(left, link.operator(), right.getAsDouble()));
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
