package tako.octostache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.octostache.json.Json;
import tako.octostache.json.JsonReading;

/** What {@code #{each}} repeats over. */
final class CollectionItems {
    private final Budget budget;

    CollectionItems(Budget budget) {
        this.budget = budget;
    }

    /**
     * The node's indexed children; without any, the parts of its JSON array or object; and of other texts the pieces between commas, empty
     * ones included.
     */
    List<Binding> items(Binding node) {
        List<Binding> indexed = node.items();
        Value value = node.value();
        if (!indexed.isEmpty() || value == null) {
            budget.repeat(indexed.size());
            return indexed;
        }
        budget.work(value.text().length());
        return parts(value).orElseGet(() -> pieces(value.text()));
    }

    private Optional<List<Binding>> parts(Value value) {
        return JsonParts.mayHaveParts(value.text()) && value.json() instanceof JsonReading.Read(var tree)
                ? parts(tree)
                : Optional.empty();
    }

    private Optional<List<Binding>> parts(Json tree) {
        budget.repeat(JsonParts.count(tree));
        return JsonParts.items(tree);
    }

    private List<Binding> pieces(String text) {
        var pieces = new ArrayList<Binding>();
        int start = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
            budget.repeat(1);
            pieces.add(new Value(text.substring(start, comma)));
            start = comma + 1;
        }
        budget.repeat(1);
        pieces.add(new Value(text.substring(start)));
        return pieces;
    }
}
