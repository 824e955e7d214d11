package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where symbols are looked up: in its own bindings, then in those around it. A value is evaluated in a scope inside the one in which it was
 * found, so it does not see the loop that mentioned it.
 */
final class Scope {
    private final Binding bindings;
    private final Optional<Scope> parent;
    private final List<Symbol> beingResolved = new ArrayList<>(2);

    private Scope(Binding bindings, Optional<Scope> parent) {
        this.bindings = bindings;
        this.parent = parent;
    }

    static Scope root(Binding bindings) {
        return new Scope(bindings, Optional.empty());
    }

    Scope inner(Binding own) {
        return new Scope(own, Optional.of(this));
    }

    Binding bindings() {
        return bindings;
    }

    Optional<Scope> parent() {
        return parent;
    }

    /** Notes that a symbol is being resolved here, unless that is already going on: then its value leads to itself. */
    void enter(Symbol symbol) {
        for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().parent) {
            scope.get().refuseLoop(symbol);
        }
        beingResolved.add(symbol);
    }

    void leave() {
        beingResolved.removeLast();
    }

    private void refuseLoop(Symbol symbol) {
        for (Symbol other : beingResolved) {
            if (other.isSameAs(symbol)) {
                throw new EvaluationStopped(loop(symbol));
            }
        }
    }

    private Failure loop(Symbol symbol) {
        String chain = beingResolved.stream().map(Echo::of).collect(Collectors.joining(" -> "));
        String name = Echo.of(symbol);
        return new Failure.SelfReference("An attempt to parse the variable symbol \"" + name
                + "\" appears to have resulted in a self referencing loop (" + chain + " -> " + name
                + "). Ensure that recursive loops do not exist in the variable values.");
    }
}
