package tako.octostache;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Variables indexed once: by their whole names, and as the tree that their names make. */
final class Layer {
    static final Layer EMPTY = new Layer(Map.of());

    private final Map<String, Entry> entries;
    private final Branch tree = new Branch();
    private final Optional<String> unusable;

    /** A variable; its path is empty if no expression can reach it. */
    private record Entry(String name, Optional<Symbol> path, Value value) {
        static Entry of(String name, String value) {
            return new Entry(name, SymbolParser.ofName(name), Value.ofVariable(name, value));
        }

        /** The same variable set again: the first spelling stays. */
        Entry replacedBy(Entry other) {
            return new Entry(name, path, other.name.equals(name) ? other.value : other.value.named(name));
        }

        boolean isComputed() {
            return path.filter(Symbol::hasLookups).isPresent();
        }
    }

    private Layer(Map<String, Entry> entries) {
        this.entries = entries;
        this.unusable = entries.values().stream()
                .filter(Entry::isComputed)
                .map(Entry::name)
                .findFirst();
        if (unusable.isEmpty()) {
            entries.values().forEach(entry -> entry.path().ifPresent(path -> tree.put(path, entry.value())));
        }
    }

    /** This layer with more variables; their names are read here, those already known are not read again. */
    Layer with(Map<String, String> more) {
        var all = new LinkedHashMap<>(entries);
        more.forEach((name, value) -> all.merge(Characters.fold(name), Entry.of(name, value), Entry::replacedBy));
        return new Layer(all);
    }

    Layer with(Layer upper) {
        var all = new LinkedHashMap<>(entries);
        upper.entries.forEach((key, entry) -> all.merge(key, entry, Entry::replacedBy));
        return new Layer(all);
    }

    int size() {
        return entries.size();
    }

    boolean has(String name) {
        return entries.containsKey(Characters.fold(name));
    }

    Optional<Value> value(String name) {
        return Optional.ofNullable(entries.get(Characters.fold(name))).map(Entry::value);
    }

    List<String> names() {
        Collection<Entry> all = entries.values();
        return all.stream().map(Entry::name).toList();
    }

    Branch tree() {
        return tree;
    }

    /** A name with an expression in its index; the language has no meaning for it. */
    Optional<String> unusable() {
        return unusable;
    }
}
