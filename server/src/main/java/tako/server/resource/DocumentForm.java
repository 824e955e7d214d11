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

    private final Kind<D> kind;
    private final JsonMapper mapper;
    private final DocumentLinks<D> links;

    DocumentForm(Kind<D> kind, JsonMapper mapper) {
        this.kind = kind;
        this.mapper = mapper;
        this.links = new DocumentLinks<>(kind);
    }

    /** A client's body in the wire's letter case with every absent member at its default; unknown members are kept. */
    ObjectNode normalise(ObjectNode body) {
        ObjectNode json = json(typed(body));
        MANAGED.forEach(name -> Members.remove(json, name));
        JsonNode name = json.get("Name");
        if (name != null && name.isString()) {
            json.put("Name", name.asString().strip());
        }
        return json;
    }

    /** A document whose slug was not sent keeps its own: a rename does not change it. */
    void keepSlug(ObjectNode json, Optional<Stored<D>> before) {
        if (json.path("Slug").asString("").isBlank()) {
            before.map(stored -> stored.json().path("Slug").asString("")).ifPresent(slug -> json.put("Slug", slug));
        }
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
