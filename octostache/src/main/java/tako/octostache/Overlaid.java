package tako.octostache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two trees seen as one: what the upper has hides what the lower has. Nothing is copied. */
record Overlaid(Branch upper, Branch lower) implements Binding {
    @Override
    public @Nullable Value value() {
        if (upper.own() != null) {
            return upper.own();
        }
        return lower.value() != null ? lower.value() : upper.index();
    }

    @Override
    public @Nullable Binding child(String key) {
        return merged(upper.child(key), lower.child(key));
    }

    @Override
    public @Nullable Binding indexed(String key) {
        return merged(upper.indexed(key), lower.indexed(key));
    }

    @Override
    public List<Binding> items() {
        Map<String, Binding> items = new LinkedHashMap<>(lower.indexedChildren());
        upper.indexedChildren()
                .forEach((key, above) -> items.merge(key, above, (below, _) -> new Overlaid(above, (Branch) below)));
        return List.copyOf(items.values());
    }

    private static @Nullable Binding merged(@Nullable Branch upper, @Nullable Branch lower) {
        if (upper == null) {
            return lower;
        }
        return lower == null ? upper : new Overlaid(upper, lower);
    }
}
