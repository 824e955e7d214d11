package tako.octostache;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.octostache.filter.WholeNumber;

/**
 * An immutable set of variables: names compared ignoring case, values that may themselves hold expressions.
 *
 * <p>Names make a tree. {@code Octopus.Action[Deploy].Name} is a child, and templates reach it step by step; the whole name reaches
 * it as well, by {@link #raw} and {@link #get}. The order of the variables is kept, because {@code #{each}} shows it.
 *
 * <p>Thread-safe. Building indexes every name once; {@link #with} shares that index, so that thousands of variables common to a
 * deployment are indexed once and each step adds its few dozen on top.
 */
public final class Variables {
    /** No variables. */
    public static final Variables NONE = new Variables(Layer.EMPTY, Layer.EMPTY);

    private final Layer base;
    private final Layer top;
    private final Binding root;
    private final KnownValues known = new KnownValues();

    private Variables(Layer base, Layer top) {
        this.base = base;
        this.top = top;
        this.root = top.size() == 0 ? base.tree() : new Overlaid(top.tree(), base.tree());
    }

    /** Variables from their names and raw values, in the order of the map. Of names that differ only in case the last one's value counts. */
    public static Variables of(Map<String, String> values) {
        return new Variables(Layer.EMPTY.with(values), Layer.EMPTY);
    }

    /** These variables with others on top: cheap, the base is shared. */
    public Variables with(Map<String, String> more) {
        Layer higher = top.with(more);
        return higher.size() > base.size()
                ? new Variables(base.with(higher), Layer.EMPTY)
                : new Variables(base, higher);
    }

    /** All names, in order, each as it was first spelled. */
    public List<String> names() {
        return Stream.concat(base.names().stream(), top.names().stream().filter(name -> !base.has(name)))
                .toList();
    }

    /** A variable's value before evaluation, by its whole name. */
    public Optional<String> raw(String name) {
        return value(name).map(Value::text);
    }

    /** A variable's evaluated value, by its whole name; what cannot be resolved in it stays as an expression. */
    public Optional<String> get(String name) {
        return value(name).flatMap(value -> Template.of(value).evaluate(this).value());
    }

    /** A variable as a setting that is on or off: {@code True} or {@code false} in any case; empty if it is something else. */
    public Optional<Boolean> flag(String name) {
        return get(name).map(Characters::trim).flatMap(word -> switch (Characters.fold(word)) {
            case "TRUE" -> Optional.of(true);
            case "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A variable as a whole number of 32 bits; empty if it is something else. */
    public Optional<Integer> number(String name) {
        return get(name).flatMap(WholeNumber::parse);
    }

    /** A variable as a list: the pieces of its value between commas, blanks around them dropped, and those that are blank. */
    public List<String> strings(String name) {
        return pieces(name, ",");
    }

    /** A variable as a list with a piece in each line, as paths are given. */
    public List<String> paths(String name) {
        return pieces(name, "[\\r\\n]");
    }

    private List<String> pieces(String name, String separator) {
        return get(name).stream()
                .flatMap(value -> Stream.of(value.split(separator, -1)))
                .map(Characters::trim)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /**
     * What {@code #{each}} would iterate over, as texts before evaluation: the indexes of {@code Path[index].Member}, or the elements of a
     * list.
     */
    public List<String> indexes(String path) {
        return Template.items(path, this);
    }

    /** Evaluates a text that may hold expressions. To evaluate it more than once, keep its {@link Template}. */
    public Evaluation evaluate(String text) {
        return Template.parse(text).evaluate(this);
    }

    private Optional<Value> value(String name) {
        return top.value(name).or(() -> base.value(name));
    }

    /** The value at a {@link Symbol#path}; null if no variable has that path. */
    @Nullable
    Value valueAt(String path) {
        Value upper = top.size() == 0 ? null : top.valueAt(path);
        return upper == null ? base.valueAt(path) : upper;
    }

    KnownValues known() {
        return known;
    }

    Binding root() {
        return root;
    }

    Optional<Failure> failure() {
        return base.unusable()
                .or(top::unusable)
                .map(name -> new Failure.Unusable("The variable \"" + name
                        + "\" has an expression in its name, which cannot be looked up. Give it a plain index."));
    }
}
