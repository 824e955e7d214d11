package tako.octostache;

import java.util.ArrayList;
import java.util.Optional;

/** Walks symbols through the variables of a scope and those around it, and evaluates the values found. */
final class Resolver {
    private static final String FIRST = "*";

    private final Evaluator evaluator;
    private final Budget budget;
    private final ReadLog log;

    Resolver(Evaluator evaluator, Budget budget, ReadLog log) {
        this.evaluator = evaluator;
        this.budget = budget;
        this.log = log;
    }

    /** What the symbol leads to, its value evaluated; expressions that cannot be resolved in that value are told to the output. */
    Optional<Binding> resolve(Symbol symbol, Scope scope, Output output) {
        budget.tick();
        scope.enter(symbol);
        Optional<Binding> found = walk(withLookups(symbol, scope, output), scope, output);
        scope.leave();
        return found;
    }

    /** The symbol with its computed indexes in place; one that leads nowhere stays. */
    private Symbol withLookups(Symbol symbol, Scope scope, Output output) {
        if (!symbol.hasLookups()) {
            return symbol;
        }
        var steps = new ArrayList<Step>(symbol.steps().size());
        for (Step step : symbol.steps()) {
            steps.add(step instanceof Step.Lookup(Symbol inner) ? lookedUp(step, inner, scope, output) : step);
        }
        return new Symbol(steps);
    }

    private Step lookedUp(Step step, Symbol inner, Scope scope, Output output) {
        return resolve(inner, scope, output)
                .flatMap(Binding::value)
                .<Step>map(value -> Step.Index.of(value.text(), Position.NOWHERE))
                .orElse(step);
    }

    private Optional<Binding> walk(Symbol symbol, Scope scope, Output output) {
        Binding reached = scope.bindings();
        for (Step step : symbol.steps()) {
            if (step instanceof Step.Lookup) {
                return Optional.empty();
            }
            Optional<Binding> next = next(reached, step);
            if (next.isEmpty()) {
                return scope.parent().flatMap(parent -> resolve(symbol, parent, output));
            }
            reached = next.get();
        }
        reached.value().ifPresent(value -> log.note(symbol, value));
        return Optional.of(evaluated(reached, scope, output));
    }

    private Optional<Binding> next(Binding from, Step step) {
        return switch (step) {
            case Step.Identifier identifier -> from.child(identifier.key());
            case Step.Index index -> indexed(from, index);
            case Step.Lookup _ -> Optional.empty();
        };
    }

    private static Optional<Binding> indexed(Binding from, Step.Index index) {
        if (index.text().equals(FIRST)) {
            var items = from.items();
            if (!items.isEmpty()) {
                return Optional.of(items.getFirst());
            }
        }
        return from.indexed(index.key());
    }

    /** A node with a value becomes that value, evaluated; one whose value is no template stays as it is. */
    private Binding evaluated(Binding node, Scope scope, Output output) {
        Optional<Value> value = node.value();
        if (value.isEmpty()) {
            return node;
        }
        Template template = value.get().template();
        if (template.failure().isPresent()) {
            return node;
        }
        if (template.isPlain()) {
            return value.get();
        }
        return new Value(evaluator.text(template.tokens(), scope.inner(Binding.NONE), output));
    }
}
