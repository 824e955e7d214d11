package tako.octostache;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code #{each}} repeats over. */
final class CollectionItems {
    private static final Pattern COMMA = Pattern.compile(",");

    /** The node's indexed children; without any, the pieces of its text between commas, empty ones included. */
    List<Binding> items(Binding node) {
        List<Binding> indexed = node.items();
        if (!indexed.isEmpty()) {
            return indexed;
        }
        Optional<Value> value = node.value();
        return value.isEmpty()
                ? List.of()
                : COMMA.splitAsStream(value.get().text() + ",.")
                        .map(Value::new)
                        .collect(Collectors.collectingAndThen(
                                Collectors.toList(), pieces -> List.copyOf(pieces.subList(0, pieces.size() - 1))));
    }
}
