package tako.octostache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Variables indexed once: by their whole names, and as the tree that their names make. */
final class Layer {
    static final Layer EMPTY = new Layer(Map.of());

    /** By names in their folded form. */
    private final Map<String, Value> entries;

    private final Planting planting;

    private Layer(Map<String, Value> entries) {
        this.entries = entries;
        this.planting = new Planting(entries.size());
        entries.forEach(planting::plant);
    }

    /** This layer with more variables. Of names that differ only in case the first spelling stays, and the last value. */
    Layer with(Map<String, String> more) {
        Map<String, Value> all = entriesAnd(more.size());
        more.forEach((name, value) -> put(all, Characters.fold(name), Value.ofVariable(name, value)));
        return new Layer(all);
    }

    Layer with(Layer upper) {
        Map<String, Value> all = entriesAnd(upper.size());
        upper.entries.forEach((key, value) -> put(all, key, value));
        return new Layer(all);
    }

    private Map<String, Value> entriesAnd(int more) {
        Map<String, Value> all = LinkedHashMap.newLinkedHashMap(entries.size() + more);
        all.putAll(entries);
        return all;
    }

    private static void put(Map<String, Value> all, String key, Value value) {
        Value replaced = all.put(key, value);
        if (replaced != null && !replaced.name().equals(value.name())) {
            all.put(key, value.named(replaced.name()));
        }
    }

    int size() {
        return entries.size();
    }

    boolean has(String name) {
        return entries.containsKey(Characters.fold(name));
    }

    Optional<Value> value(String name) {
        return Optional.ofNullable(entries.get(Characters.fold(name)));
    }

    List<String> names() {
        return entries.values().stream().map(Value::name).toList();
    }

    Branch tree() {
        return planting.tree();
    }

    /** The value of the variable at a {@link Symbol#path}; null if no variable has that path, or only one with a name of many forms. */
    @Nullable
    Value valueAt(String path) {
        return planting.valueAt(path);
    }

    /** A name with an expression in its index; the language has no meaning for it. */
    Optional<String> unusable() {
        return planting.unusable();
    }
}
