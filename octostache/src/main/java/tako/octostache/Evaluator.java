package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.octostache.filter.FilterRefused;

/** Evaluates tokens; one for each evaluation of a template. */
final class Evaluator {
    private final Setting setting;
    private final Budget budget;
    private final Resolver resolver;
    private final Conditions conditions;

    Evaluator(Setting setting) {
        this.setting = setting;
        this.budget = setting.budget();
        this.resolver = new Resolver(this, setting);
        this.conditions = new Conditions(this);
    }

    void write(List<Token> tokens, Scope scope, Output output) {
        budget.enter();
        try {
            for (int i = 0; i < tokens.size(); i++) {
                budget.tick();
                write(tokens.get(i), scope, output);
            }
        } finally {
            budget.leave();
        }
    }

    /** What a value that is a template evaluates to. */
    String text(List<Token> tokens, Scope scope, Output output) {
        write(tokens, scope, output);
        return output.text();
    }

    private void write(Token token, Scope scope, Output output) {
        switch (token) {
            case Token.Text text -> output.write(text.text());
            case Token.Substitution substitution -> substitute(substitution, scope, output);
            case Token.Conditional conditional -> choose(conditional, scope, output);
            case Token.Repetition repetition -> repeat(repetition, scope, output);
            case Token.Calculation calculation -> calculate(calculation, scope, output);
        }
    }

    private void substitute(Token.Substitution substitution, Scope scope, Output output) {
        output.moveTo(substitution.offset());
        String value = value(substitution.expression(), scope, output);
        if (value != null) {
            output.write(value);
            return;
        }
        String echo = Echo.of(substitution);
        output.write(echo);
        if (substitution.expression() instanceof Filtered filtered && filtered.isNull()) {
            output.makeAbsent();
        } else {
            output.unresolved(echo);
        }
    }

    private void calculate(Token.Calculation calculation, Scope scope, Output output) {
        output.moveTo(calculation.offset());
        output.write(new Calculator(resolver, budget, scope, output).calculated(calculation));
    }

    private void choose(Token.Conditional conditional, Scope scope, Output output) {
        for (int i = 0; i < conditional.choices().size(); i++) {
            Token.Choice choice = conditional.choices().get(i);
            budget.tick();
            output.moveTo(choice.offset());
            Optional<Boolean> chosen = conditions.judge(choice.condition(), scope, output);
            if (chosen.isEmpty()) {
                output.write(Echo.from(i, conditional));
                return;
            }
            if (chosen.get()) {
                write(choice.body(), scope, output);
                return;
            }
        }
        write(conditional.otherwise(), scope, output);
    }

    private void repeat(Token.Repetition repetition, Scope scope, Output output) {
        output.moveTo(repetition.offset());
        LoopScope.refuseReserved(repetition.variable());
        List<Binding> items = items(repetition.collection(), scope, output);
        for (int i = 0; i < items.size(); i++) {
            var loop = new LoopScope(repetition.variable().key(), items.get(i), i, items.size());
            write(repetition.body(), scope.inner(loop), output);
        }
    }

    /** What a symbol's value consists of, to be repeated over. */
    List<Binding> items(Symbol collection, Scope scope, Output output) {
        Binding found = resolver.resolve(collection, scope, output);
        return found == null ? List.of() : new CollectionItems(budget).items(found);
    }

    /** An expression's value; null if it cannot be resolved. */
    @Nullable
    String value(Expression expression, Scope scope, Output output) {
        return switch (expression) {
            case Symbol symbol -> resolver.text(symbol, scope, output);
            case Filtered filtered -> filtered(filtered, scope, output);
        };
    }

    private @Nullable String filtered(Filtered filtered, Scope scope, Output output) {
        String value = filtered.argument().isPresent()
                ? resolver.text(filtered.argument().get(), scope, output)
                : null;
        List<FilterCall> filters = filtered.filters();
        for (int i = 0; i < filters.size(); i++) {
            value = apply(filters.get(i), value, scope, output);
        }
        return value;
    }

    private @Nullable String apply(FilterCall call, @Nullable String argument, Scope scope, Output output) {
        var options = new ArrayList<String>(call.options().size());
        for (Option option : call.options()) {
            options.add(text(option, scope, output));
        }
        if (setting.filters().mayChange(call.name())) {
            output.findings().irregular();
        }
        budget.work(argument == null ? 0 : argument.length());
        try {
            Optional<String> result =
                    setting.filters().apply(call.name(), Optional.ofNullable(argument), options, budget.deadline());
            budget.write(result.map(String::length).orElse(0));
            budget.lookAtTheClock();
            return result.orElse(null);
        } catch (FilterRefused refused) {
            String why = String.valueOf(refused.getMessage());
            throw new EvaluationStopped(
                    budget.deadline().isOver() ? new Failure.LimitExceeded(why) : new Failure.Unusable(why));
        }
    }

    private String text(Option option, Scope scope, Output output) {
        return switch (option) {
            case Literal(String text) -> text;
            case Token token -> text(token, scope.inner(Binding.NONE), output);
        };
    }

    /** Other than in a value, a {@code null} filter in an option makes the whole absent. */
    private String text(Token token, Scope scope, Output around) {
        int place = around.findings().offset();
        Output output = around.nested();
        budget.enterOption();
        try {
            write(token, scope, output);
        } finally {
            budget.leaveOption();
        }
        if (output.isAbsent()) {
            around.makeAbsent();
        }
        around.findings().moveTo(place);
        return output.text();
    }
}
