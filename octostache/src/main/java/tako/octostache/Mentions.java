package tako.octostache;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the symbols that a template mentions. */
final class Mentions {
    private final Set<String> names = new LinkedHashSet<>();

    /** On a thread whose stack is nearly full, those that were found until then. */
    static Set<String> of(List<Token> tokens) {
        var mentions = new Mentions();
        try {
            mentions.collect(tokens);
        } catch (StackOverflowError tooDeep) {
            return mentions.names;
        }
        return mentions.names;
    }

    /** In loops without streams, here and below: templates may be nested deep. */
    private void collect(List<Token> tokens) {
        for (Token token : tokens) {
            collect(token);
        }
    }

    private void collect(Token token) {
        switch (token) {
            case Token.Text _ -> {}
            case Token.Substitution substitution -> collect(substitution.expression());
            case Token.Conditional conditional -> {
                for (Token.Choice choice : conditional.choices()) {
                    collect(choice.condition());
                    collect(choice.body());
                }
                collect(conditional.otherwise());
            }
            case Token.Repetition repetition -> {
                collect(repetition.collection());
                collect(repetition.body());
            }
            case Token.Calculation calculation -> collect(calculation.expression());
        }
    }

    private void collect(Condition condition) {
        collect(condition.left());
        if (condition.comparison().isPresent()) {
            collect(condition.comparison().get().right());
        }
    }

    private void collect(Operand operand) {
        switch (operand) {
            case Literal _ -> {}
            case Symbol symbol -> collect(symbol);
            case Filtered filtered -> {
                filtered.argument().ifPresent(this::collect);
                for (FilterCall call : filtered.filters()) {
                    collect(call);
                }
            }
        }
    }

    private void collect(FilterCall call) {
        for (Option option : call.options()) {
            collect(option);
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
            case Arithmetic.Chain(Arithmetic first, List<Arithmetic.Link> links) -> {
                collect(first);
                for (Arithmetic.Link link : links) {
                    collect(link.operand());
                }
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
