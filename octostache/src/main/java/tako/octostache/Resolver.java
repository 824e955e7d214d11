package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tako.octostache.json.JsonReading;

/** Walks symbols through the variables of a scope and those around it, and evaluates the values found. */
final class Resolver {
    private static final String FIRST = "*";

    private final Evaluator evaluator;
    private final Setting setting;
    private final Budget budget;

    Resolver(Evaluator evaluator, Setting setting) {
        this.evaluator = evaluator;
        this.setting = setting;
        this.budget = setting.budget();
    }

    /**
     * What the symbol leads to, its value evaluated, or null; expressions that cannot be resolved in that value are told to the output.
     */
    @Nullable
    Binding resolve(Symbol symbol, Scope scope, Output output) {
        budget.enterPart();
        try {
            return search(symbol, scope, output);
        } finally {
            budget.leavePart();
        }
    }

    /** Looks in one scope after the other, outwards. */
    private @Nullable Binding search(Symbol symbol, Scope innermost, Output output) {
        Symbol sought = symbol;
        int entered = 0;
        try {
            for (Scope scope = innermost; scope != null; scope = scope.parent()) {
                Value known = scope.isRoot() ? setting.known().at(sought.path()) : null;
                if (known != null) {
                    return known;
                }
                scope.enter(sought);
                entered++;
                sought = sought.hasLookups() ? withLookups(sought, scope, output) : sought;
                Binding found = walk(sought, scope, output);
                if (found != null) {
                    return found;
                }
            }
            return null;
        } finally {
            innermost.leave(entered);
        }
    }

    /** The text of what the symbol leads to, evaluated; null if it leads nowhere or to something without a value. */
    @Nullable
    String text(Symbol symbol, Scope scope, Output output) {
        Binding found = resolve(symbol, scope, output);
        Value value = found == null ? null : found.value();
        return value == null ? null : value.text();
    }

    /** The symbol with its computed indexes in place; one that leads nowhere stays. */
    private Symbol withLookups(Symbol symbol, Scope scope, Output output) {
        var steps = new ArrayList<Step>(symbol.steps().size());
        for (Step step : symbol.steps()) {
            steps.add(step instanceof Step.Lookup lookup ? lookedUp(lookup, scope, output) : step);
        }
        return Symbol.of(steps);
    }

    private Step lookedUp(Step.Lookup lookup, Scope scope, Output output) {
        String index = text(lookup.symbol(), scope, output);
        return index == null ? lookup : Step.Index.of(index, Position.NOWHERE);
    }

    /** What the symbol leads to in this scope; null if the next one is to be asked. A lookup that led nowhere leads nowhere at all. */
    private @Nullable Binding walk(Symbol symbol, Scope scope, Output output) {
        Value direct = scope.isRoot() ? setting.variables().valueAt(symbol.path()) : null;
        if (direct == null || direct.isNoTemplate()) {
            return walkStepByStep(symbol, scope, output);
        }
        Value result = evaluatedValue(direct, scope, output);
        setting.known().put(symbol.path(), direct, result);
        return result;
    }

    private @Nullable Binding walkStepByStep(Symbol symbol, Scope scope, Output output) {
        Binding reached = scope.bindings();
        List<Step> steps = symbol.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step instanceof Step.Lookup) {
                return Binding.NONE;
            }
            Binding next = next(reached, step);
            if (next == null) {
                next = partOfJson(reached, step.text(), scope, output);
            }
            if (next == null) {
                return null;
            }
            reached = next;
        }
        return evaluated(reached, scope, output);
    }

    private static @Nullable Binding next(Binding from, Step step) {
        return switch (step) {
            case Step.Identifier identifier -> from.child(identifier.key());
            case Step.Index index -> indexed(from, index);
            case Step.Lookup _ -> null;
        };
    }

    private static @Nullable Binding indexed(Binding from, Step.Index index) {
        if (index.text().equals(FIRST)) {
            List<Binding> items = from.items();
            if (!items.isEmpty()) {
                return items.getFirst();
            }
        }
        return from.indexed(index.key());
    }

    /** A node that has no such child may have a JSON value that does. */
    private @Nullable Value partOfJson(Binding node, String name, Scope scope, Output output) {
        Value value = node.value();
        if (value == null || value.text().isEmpty() || name.isEmpty()) {
            return null;
        }
        Value json = value.text().contains(Template.OPEN) ? evaluatedAsJson(value, scope, output) : value;
        if (json == null || !JsonParts.mayHaveParts(json.text())) {
            return null;
        }
        setting.log().note(value);
        budget.work(json.text().length());
        return json.json() instanceof JsonReading.Read(var tree) ? JsonParts.part(tree, name) : null;
    }

    /** A value that leads to itself has no parts. What else cannot be resolved in it does not concern those who ask for one part. */
    private @Nullable Value evaluatedAsJson(Value value, Scope scope, Output output) {
        Output aside = output.aside();
        try {
            return evaluated(value, scope, aside).value();
        } catch (EvaluationStopped stopped) {
            if (stopped.failure() instanceof Failure.SelfReference) {
                aside.findings().irregular();
                return null;
            }
            throw stopped;
        } finally {
            output.findings().include(aside.findings());
        }
    }

    /** A node with a value becomes that value, evaluated; one whose value is no template stays as it is. */
    private Binding evaluated(Binding node, Scope scope, Output output) {
        Value value = node.value();
        if (value == null) {
            return node;
        }
        if (value.isNoTemplate()) {
            setting.log().note(value);
            return node;
        }
        return evaluatedValue(value, scope, output);
    }

    private Value evaluatedValue(Value value, Scope scope, Output output) {
        setting.log().note(value);
        Template template = value.template();
        return template.isPlain() ? value : evaluated(value, template, scope, output);
    }

    private Value evaluated(Value value, Template template, Scope scope, Output output) {
        boolean reusable = scope.isRoot();
        Value known = reusable ? setting.known().get(value) : null;
        if (known != null) {
            return known;
        }
        int irregularities = output.findings().irregularities();
        var result = new Value(evaluator.text(template.tokens(), scope.inner(Binding.NONE), output.nested(value)));
        if (reusable && irregularities == output.findings().irregularities()) {
            setting.known().put(value, result);
        }
        return result;
    }
}
