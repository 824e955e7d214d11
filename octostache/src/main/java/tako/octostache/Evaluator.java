package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.octostache.json.Numbers;

/** Evaluates tokens; one for each evaluation of a template. */
final class Evaluator {
    private final Budget budget;
    private final Resolver resolver;
    private final CollectionItems collections = new CollectionItems();
    private final Conditions conditions;
    private final Calculator calculator;

    Evaluator(Budget budget, ReadLog log) {
        this.budget = budget;
        this.resolver = new Resolver(this, budget, log);
        this.conditions = new Conditions(this);
        this.calculator = new Calculator(resolver);
    }

    void write(List<Token> tokens, Scope scope, Output output) {
        budget.enter();
        for (Token token : tokens) {
            budget.tick();
            write(token, scope, output);
        }
        budget.leave();
    }

    /** What a template inside another one evaluates to. */
    String text(List<Token> tokens, Scope scope, Output around) {
        Output output = around.nested();
        write(tokens, scope, output);
        return output.text();
    }

    private void write(Token token, Scope scope, Output output) {
        switch (token) {
            case Token.Text(String text) -> output.write(text);
            case Token.Substitution substitution -> substitute(substitution, scope, output);
            case Token.Conditional conditional -> choose(conditional, scope, output);
            case Token.Repetition repetition -> repeat(repetition, scope, output);
            case Token.Calculation calculation ->
                output.write(calculator
                        .calculate(calculation.expression(), scope, output)
                        .map(Numbers::format)
                        .orElseGet(() -> Echo.of(calculation)));
        }
    }

    private void substitute(Token.Substitution substitution, Scope scope, Output output) {
        Optional<String> value = value(substitution.expression(), scope, output);
        if (value.isPresent()) {
            output.write(value.get());
            return;
        }
        String echo = Echo.of(substitution);
        output.write(echo);
        if (substitution.expression() instanceof FilterCall call && call.isNull()) {
            output.makeAbsent();
        } else {
            output.unresolved(echo);
        }
    }

    private void choose(Token.Conditional conditional, Scope scope, Output output) {
        Optional<Boolean> chosen = conditions.judge(conditional.condition(), scope, output);
        if (chosen.isEmpty()) {
            output.write(Echo.of(conditional));
        } else {
            write(chosen.get() ? conditional.then() : conditional.otherwise(), scope, output);
        }
    }

    private void repeat(Token.Repetition repetition, Scope scope, Output output) {
        LoopScope.refuseReserved(repetition.variable());
        List<Binding> items = items(repetition.collection(), scope, output);
        for (int i = 0; i < items.size(); i++) {
            var loop = new LoopScope(repetition.variable().key(), items.get(i), i, items.size());
            write(repetition.body(), scope.inner(loop), output);
        }
    }

    /** What a symbol's value consists of, to be repeated over. */
    List<Binding> items(Symbol collection, Scope scope, Output output) {
        return resolver.resolve(collection, scope, output)
                .map(collections::items)
                .orElse(List.of());
    }

    /** An expression's value; empty if it cannot be resolved. */
    Optional<String> value(Expression expression, Scope scope, Output output) {
        return switch (expression) {
            case Symbol symbol ->
                resolver.resolve(symbol, scope, output).flatMap(Binding::value).map(Value::text);
            case FilterCall call -> filtered(call, scope, output);
        };
    }

    private Optional<String> filtered(FilterCall call, Scope scope, Output output) {
        Optional<String> argument = call.argument().flatMap(inner -> value(inner, scope, output));
        var options = new ArrayList<String>(call.options().size());
        for (Option option : call.options()) {
            options.add(text(option, scope, output));
        }
        return Filters.STANDARD.apply(call.name(), argument, options);
    }

    private String text(Option option, Scope scope, Output output) {
        return switch (option) {
            case Literal(String text) -> text;
            case Token token -> text(token, scope.inner(Binding.NONE), output);
        };
    }

    /** Other than in a value, a {@code null} filter in an option makes the whole absent. */
    private String text(Token token, Scope scope, Output around) {
        Output output = around.nested();
        write(token, scope, output);
        if (output.isAbsent()) {
            around.makeAbsent();
        }
        return output.text();
    }
}
