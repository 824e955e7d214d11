package tako.octostache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of the tree that variables' names make. Changed only while the tree is built. */
final class Branch implements Binding {
    private @Nullable Value own;
    private @Nullable Value index;
    private Map<String, Branch> children = Map.of();
    private Map<String, Branch> indexed = Map.of();

    /** Sets the value that a path leads to, making the nodes on the way. */
    void put(Symbol path, Value value) {
        Branch node = this;
        for (Step step : path.steps()) {
            node = node.descend(step);
        }
        node.own = value;
    }

    private Branch descend(Step step) {
        return switch (step) {
            case Step.Identifier identifier -> descendByName(identifier.key());
            case Step.Index index -> descendByIndex(index);
            case Step.Lookup _ -> throw new IllegalArgumentException("A variable's name cannot be computed.");
        };
    }

    private Branch descendByName(String key) {
        if (children.isEmpty()) {
            children = new LinkedHashMap<>();
        }
        return children.computeIfAbsent(key, _ -> new Branch());
    }

    private Branch descendByIndex(Step.Index step) {
        if (indexed.isEmpty()) {
            indexed = new LinkedHashMap<>();
        }
        return indexed.computeIfAbsent(step.key(), _ -> withIndex(step.text()));
    }

    private static Branch withIndex(String text) {
        var branch = new Branch();
        branch.index = new Value(text);
        return branch;
    }

    /** The value that a variable gives this node. */
    @Nullable Value own() {
        return own;
    }

    /** The value of a node reached by an index that no variable gives a value: the index. */
    @Nullable Value index() {
        return index;
    }

    Map<String, Branch> indexedChildren() {
        return indexed;
    }

    @Override
    public @Nullable Value value() {
        return own != null ? own : index;
    }

    @Override
    public @Nullable Branch child(String key) {
        return children.get(key);
    }

    @Override
    public @Nullable Branch indexed(String key) {
        return indexed.get(key);
    }

    @Override
    public List<Binding> items() {
        return List.copyOf(indexed.values());
    }
}
