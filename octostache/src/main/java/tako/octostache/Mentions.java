package tako.octostache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the symbols that a template mentions. */
final class Mentions {
    private final Set<String> names = new LinkedHashSet<>();

    static Set<String> of(List<Token> tokens) {
        var mentions = new Mentions();
        mentions.collect(tokens);
        return mentions.names;
    }

    private void collect(List<Token> tokens) {
        tokens.forEach(this::collect);
    }

    private void collect(Token token) {
        switch (token) {
            case Token.Text _ -> {}
            case Token.Substitution substitution -> collect(substitution.expression());
            case Token.Conditional conditional -> {
                collect(conditional.condition().left());
                conditional.condition().comparison().ifPresent(comparison -> collect(comparison.right()));
                collect(conditional.then());
                collect(conditional.otherwise());
            }
            case Token.Repetition repetition -> {
                collect(repetition.collection());
                collect(repetition.body());
            }
            case Token.Calculation calculation -> collect(calculation.expression());
        }
    }

    private void collect(Operand operand) {
        switch (operand) {
            case Literal _ -> {}
            case Symbol symbol -> collect(symbol);
            case FilterCall call -> {
                call.argument().ifPresent(this::collect);
                call.options().forEach(this::collect);
            }
        }
    }

    private void collect(Option option) {
        if (option instanceof Token token) {
            collect(token);
        }
    }

    private void collect(Arithmetic arithmetic) {
        switch (arithmetic) {
            case Arithmetic.Constant _ -> {}
            case Arithmetic.Variable(Symbol symbol) -> collect(symbol);
            case Arithmetic.Operation operation -> {
                collect(operation.left());
                collect(operation.right());
            }
        }
    }

    private void collect(Symbol symbol) {
        names.add(Echo.of(symbol));
        for (Step step : symbol.steps()) {
            if (step instanceof Step.Lookup(Symbol inner)) {
                collect(inner);
            }
        }
    }
}
