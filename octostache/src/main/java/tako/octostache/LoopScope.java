package tako.octostache;

import java.util.List;
import java.util.Optional;

/** What the body of {@code #{each}} sees besides what is around it: the item, and its place as {@code Octopus.Template.Each}. */
record LoopScope(String key, Binding item, int index, int count) implements Binding {
    private static final String OCTOPUS = "OCTOPUS";
    private static final String PLACE = "Octopus.Template.Each.";

    static void refuseReserved(Step.Identifier variable) {
        if (variable.key().equals(OCTOPUS)) {
            throw new EvaluationStopped(new Failure.Unusable("A loop's variable cannot be named \"" + variable.text()
                    + "\": system variables begin so. Choose another."));
        }
    }

    @Override
    public Optional<Value> value() {
        return Optional.empty();
    }

    @Override
    public Optional<Binding> child(String name) {
        if (name.equals(key)) {
            return Optional.of(item);
        }
        return name.equals(OCTOPUS) ? place().child(OCTOPUS) : Optional.empty();
    }

    private Branch place() {
        var place = new Branch();
        put(place, "Index", Integer.toString(index));
        put(place, "First", index == 0 ? "True" : "False");
        put(place, "Last", index == count - 1 ? "True" : "False");
        return place;
    }

    private static void put(Branch place, String name, String value) {
        SymbolParser.ofName(PLACE + name).ifPresent(path -> place.put(path, new Value(value)));
    }

    @Override
    public Optional<Binding> indexed(String name) {
        return Optional.empty();
    }

    @Override
    public List<Binding> items() {
        return List.of();
    }
}
