package tako.app.testdrive;

import java.util.Optional;
import java.util.Set;
import tako.app.client.ApiClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes documents of the default space through the API, each by its name and only when it is missing: a start that was interrupted goes on
 * where it stood, and what people changed stays.
 */
public final class Seeds {
    /** The id of the default space. */
    public static final String SPACE_ID = "Spaces-1";

    /** Its address. */
    public static final String SPACE = "/api/" + SPACE_ID;

    private final ApiClient api;

    public Seeds(ApiClient api) {
        this.api = api;
    }

    /** How the server is asked. */
    public ApiClient api() {
        return api;
    }

    /** A body with a name. */
    public ObjectNode named(String name) {
        return api.body().put("Name", name);
    }

    /** The document of this name. */
    public Optional<JsonNode> find(String collection, String name) {
        return api.named(SPACE + collection, name);
    }

    /** The id of the document with the body's name, made from it when it is missing. */
    public String made(String collection, ObjectNode body) {
        return made(collection, body, Set.of());
    }

    /**
     * The same, but for members that follow the command line: where they differ from the body's, they are changed.
     *
     * @param following names of members of the body; of an object, the members that the body does not name stay
     */
    public String made(String collection, ObjectNode body, Set<String> following) {
        Optional<JsonNode> there = find(collection, body.path("Name").asString());
        if (there.isEmpty()) {
            return id(api.post(SPACE + collection, body));
        }
        ObjectNode document = (ObjectNode) there.get();
        ObjectNode before = document.deepCopy();
        following.forEach(member -> follow(document, member, body.path(member)));
        if (!document.equals(before)) {
            api.put(SPACE + collection + "/" + id(document), document);
        }
        return id(document);
    }

    /** The id of a document. */
    public static String id(JsonNode document) {
        return document.path("Id").asString();
    }

    private static void follow(ObjectNode document, String member, JsonNode wanted) {
        if (document.path(member) instanceof ObjectNode there && wanted instanceof ObjectNode members) {
            members.forEachEntry((name, value) -> follow(there, name, value));
        } else {
            document.set(member, wanted);
        }
    }
}
