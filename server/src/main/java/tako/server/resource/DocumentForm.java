package tako.server.resource;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Between what clients send, what is stored and what clients read. */
final class DocumentForm<D extends Document> {
    /** Members that only the engine writes; what a client sends back of them is dropped. */
    private static final List<String> MANAGED = List.of("Links", "LastModifiedOn", "LastModifiedBy");

    static final String SLUG = "Slug";

    private final Kind<D> kind;
    private final JsonMapper mapper;
    private final DocumentLinks<D> links;

    DocumentForm(Kind<D> kind, JsonMapper mapper) {
        this.kind = kind;
        this.mapper = mapper;
        this.links = new DocumentLinks<>(kind);
    }

    /**
     * A client's body as the engine works with it.
     *
     * @param name the document's
     */
    record Body(ObjectNode json, String name) {}

    /** A client's body in the wire's letter case with every absent member at its default; unknown members are kept. */
    Body normalise(ObjectNode body) {
        D document = typed(body);
        ObjectNode json = json(document);
        MANAGED.forEach(name -> Members.remove(json, name));
        JsonNode name = json.get("Name");
        if (name != null && name.isString()) {
            json.put("Name", name.asString().strip());
        }
        return new Body(json, document.name());
    }

    /** The slug wanted: the one sent, else the one before, as a rename does not change it, else the one the name suggests. */
    void wishSlug(ObjectNode json, String name, Optional<Stored<D>> before) {
        String sent = slug(json);
        String wanted = sent.isBlank() ? before.map(old -> slug(old.json())).orElse("") : sent;
        if (kind.names().slugged()) {
            json.put(SLUG, Slug.of(wanted.isBlank() ? name : wanted));
        } else if (!wanted.isBlank()) {
            json.put(SLUG, wanted);
        }
    }

    /** The slug in a document's JSON, "" for none. */
    static String slug(ObjectNode json) {
        return json.path(SLUG).asString("");
    }

    D typed(ObjectNode json) {
        return mapper.treeToValue(json, kind.type());
    }

    ObjectNode json(D document) {
        return mapper.valueToTree(document);
    }

    ObjectNode present(Stored<D> stored) {
        ObjectNode json = (ObjectNode) SensitiveValues.mask(stored.json());
        json.set("LastModifiedOn", mapper.valueToTree(stored.modifiedAt()));
        json.put("LastModifiedBy", stored.modifiedBy());
        json.set("Links", mapper.valueToTree(links.of(stored)));
        return json;
    }

    List<String> nameProblems(D document) {
        String name = document.name().strip();
        if (name.isEmpty()) {
            return List.of("Name: a " + kind.itemType() + " needs a name. Send a text in the member Name.");
        }
        if (name.length() > kind.names().longest()) {
            return List.of("Name: at most " + kind.names().longest() + " characters are allowed, this has "
                    + name.length() + ". Shorten it.");
        }
        return List.of();
    }
}
