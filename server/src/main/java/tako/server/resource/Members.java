package tako.server.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Members of bodies, whose names clients write in any letter case. */
public final class Members {
    private Members() {}

    /** A member; also when it is null. */
    public static Optional<JsonNode> find(ObjectNode body, String name) {
        JsonNode exact = body.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return body.properties().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Removes a member in every spelling. */
    public static void remove(ObjectNode body, String name) {
        List<String> spellings =
                body.propertyNames().stream().filter(name::equalsIgnoreCase).toList();
        spellings.forEach(body::remove);
    }
}
