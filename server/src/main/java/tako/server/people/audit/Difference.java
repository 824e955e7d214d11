package tako.server.people.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.server.resource.SensitiveValues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changed between two states of a document, like a JSON Patch (RFC 6902). Of a secret it shows that it changed, never to
 * what. A list that changed is shown whole.
 */
final class Difference {
    private Difference() {}

    /**
     * One change.
     *
     * @param op add, remove or replace
     * @param value the new value, null for a removal
     */
    record Change(String op, String path, @Nullable JsonNode value) {}

    /** The changes from one state to the next. */
    static List<Change> between(ObjectNode before, ObjectNode after) {
        var changes = new ArrayList<Change>();
        compare("", before, after, changes);
        return changes;
    }

    /** A whole document as it may be shown. */
    static JsonNode shown(JsonNode document) {
        return SensitiveValues.mask(document);
    }

    private static void compare(String path, ObjectNode before, ObjectNode after, List<Change> changes) {
        for (String name : before.propertyNames()) {
            if (!after.has(name)) {
                changes.add(new Change("remove", child(path, name), null));
            }
        }
        for (String name : after.propertyNames()) {
            compareMember(child(path, name), Optional.ofNullable(before.get(name)), after.path(name), changes);
        }
    }

    private static void compareMember(String path, Optional<JsonNode> before, JsonNode after, List<Change> changes) {
        if (before.isEmpty()) {
            changes.add(new Change("add", path, shown(after)));
        } else if (before.get() instanceof ObjectNode old && after instanceof ObjectNode fresh && !isSecret(fresh)) {
            compare(path, old, fresh, changes);
        } else if (!before.get().equals(after)) {
            changes.add(new Change("replace", path, shown(after)));
        }
    }

    /** Stored secrets stand in documents as the ids of their rows, which differ when the secret does. */
    private static boolean isSecret(ObjectNode object) {
        return object.has("SecretId") || object.has("HasValue");
    }

    private static String child(String path, String name) {
        return path + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
