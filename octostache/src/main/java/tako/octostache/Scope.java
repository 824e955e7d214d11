package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where symbols are looked up: in its own bindings, then in those around it. A value is evaluated in a scope inside the one in which it was
 * found, so it does not see the loop that mentioned it.
 */
final class Scope {
    private final Binding bindings;
    private final @Nullable Scope parent;
    private final List<Symbol> beingResolved = new ArrayList<>(2);

    private Scope(Binding bindings, @Nullable Scope parent) {
        this.bindings = bindings;
        this.parent = parent;
    }

    static Scope root(Binding bindings) {
        return new Scope(bindings, null);
    }

    Scope inner(Binding own) {
        return new Scope(own, this);
    }

    Binding bindings() {
        return bindings;
    }

    /** The scope around this one; null for the outermost. */
    @Nullable
    Scope parent() {
        return parent;
    }

    boolean isRoot() {
        return parent == null;
    }

    /** Notes that a symbol is being resolved here, unless that is already going on: then its value leads to itself. */
    void enter(Symbol symbol) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            scope.refuseLoop(symbol);
        }
        beingResolved.add(symbol);
    }

    /** Takes back the last {@link #enter} of this scope and of those around it, so many in all. */
    void leave(int scopes) {
        Scope scope = this;
        for (int i = 0; i < scopes && scope != null; i++) {
            scope.beingResolved.removeLast();
            scope = scope.parent;
        }
    }

    private void refuseLoop(Symbol symbol) {
        for (int i = 0; i < beingResolved.size(); i++) {
            if (beingResolved.get(i).isSameAs(symbol)) {
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
