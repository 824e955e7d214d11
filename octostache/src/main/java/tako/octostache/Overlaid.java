package tako.octostache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two trees seen as one: what the upper has hides what the lower has. Nothing is copied. */
record Overlaid(Branch upper, Branch lower) implements Binding {
    @Override
    public Optional<Value> value() {
        return upper.own().or(lower::own).or(lower::index).or(upper::index);
    }

    @Override
    public Optional<Binding> child(String key) {
        return merged(upper.branch(key), lower.branch(key));
    }

    @Override
    public Optional<Binding> indexed(String key) {
        return merged(
                Optional.ofNullable(upper.indexedChildren().get(key)),
                Optional.ofNullable(lower.indexedChildren().get(key)));
    }

    @Override
    public List<Binding> items() {
        Map<String, Binding> items = new LinkedHashMap<>(lower.indexedChildren());
        upper.indexedChildren()
                .forEach((key, above) -> items.merge(key, above, (below, _) -> new Overlaid(above, (Branch) below)));
        return List.copyOf(items.values());
    }

    private static Optional<Binding> merged(Optional<Branch> upper, Optional<Branch> lower) {
        if (upper.isEmpty() || lower.isEmpty()) {
            return upper.or(() -> lower).map(Binding.class::cast);
        }
        return Optional.of(new Overlaid(upper.get(), lower.get()));
    }
}
