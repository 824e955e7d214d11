package tako.octostache;

import java.util.Objects;
import java.util.Optional;

/** Judges the conditions of {@code if} and {@code unless}. */
final class Conditions {
    private final Evaluator evaluator;

    Conditions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** Whether it holds; empty if a filter in it cannot be evaluated. */
    Optional<Boolean> judge(Condition condition, Scope scope, Output output) {
        Optional<String> left = side(condition.left(), scope, output);
        if (left.isEmpty() || condition.comparison().isEmpty()) {
            return left.map(Truth::of);
        }
        Condition.Comparison comparison = condition.comparison().get();
        return side(comparison.right(), scope, output).map(right -> left.get().equals(right) == comparison.equal());
    }

    /** A variable that is not there counts as an empty text. */
    private Optional<String> side(Operand operand, Scope scope, Output output) {
        return switch (operand) {
            case Literal(String text) -> Optional.of(text);
            case Symbol symbol -> Optional.of(Objects.requireNonNullElse(evaluator.value(symbol, scope, output), ""));
            case Filtered filtered -> filtered(filtered, scope, output);
        };
    }

    private Optional<String> filtered(Filtered filtered, Scope scope, Output output) {
        String value = evaluator.value(filtered, scope, output);
        if (value == null) {
            output.unresolved(Echo.of(filtered));
        }
        return Optional.ofNullable(value);
    }
}
