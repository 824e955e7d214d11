package tako.server.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Which ids stand for which in a copy. */
public final class IdMap {
    private final Map<String, String> copies = new HashMap<>();

    /** Says what stands for an id in the copy. */
    public void put(String original, String copy) {
        copies.put(original.toLowerCase(Locale.ROOT), copy);
    }

    /** What stands for an id; the id itself when nothing does. */
    public String of(String id) {
        return Optional.ofNullable(copies.get(id.toLowerCase(Locale.ROOT))).orElse(id);
    }

    /** Replaces the ids in a list of ids; anything else is left alone. */
    public void replaceIn(JsonNode list) {
        if (list instanceof ArrayNode ids) {
            List<String> replaced =
                    ids.valueStream().map(id -> of(id.asString(""))).toList();
            ids.removeAll();
            replaced.forEach(ids::add);
        }
    }
}
