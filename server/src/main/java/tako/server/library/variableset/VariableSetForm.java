package tako.server.library.variableset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tako.platform.http.Problem;
import tako.server.resource.SensitiveValues;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms of a set of variables: as clients send it, as it is stored, as clients read it. */
final class VariableSetForm {
    private final JsonMapper mapper;

    VariableSetForm(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What a client sent. @throws Problem 409 when it read an older version */
    VariableSet sent(Stored<VariableSet> before, ObjectNode body) {
        VariableSet sent = mapper.treeToValue(body, VariableSet.class);
        if (sent.version() != before.version()) {
            throw Problem.conflict("The variables have been modified by another user (" + before.modifiedBy()
                    + "): they are at version " + before.version() + ", your change was made on version "
                    + sent.version() + ". Read them again and repeat your change.");
        }
        return sent;
    }

    /** A set as clients read it, without what it can be scoped to. */
    ObjectNode present(VariableSet set) {
        VariableSet shown = VariableRules.present(set);
        ObjectNode json = (ObjectNode) SensitiveValues.mask(mapper.valueToTree(shown));
        String base = "/api/" + set.spaceId();
        ObjectNode all = json.putObject("Links");
        all.put("Self", base + "/variables/" + set.id());
        if (!VariableSets.isLibrary(set.ownerId())) {
            all.put("Project", base + "/projects/" + set.ownerId());
        }
        return json;
    }

    /** A set as clients read it, with what it can be scoped to. */
    ObjectNode present(VariableSet set, ScopeValues values) {
        ObjectNode json = present(set);
        json.set("ScopeValues", mapper.valueToTree(values));
        return json;
    }

    /** The stored form. Values have been received; sensitive objects elsewhere, in members the server does not know, are put away here. */
    ObjectNode stored(VariableSet received, ObjectNode before, UnaryOperator<String> keep) {
        Map<String, JsonNode> values = new HashMap<>();
        received.variables().forEach(variable -> values.put(variable.key(), mapper.valueToTree(variable.value())));
        VariableSet bare = received.withVariables(received.variables().stream()
                .map(variable -> variable.withValue(null))
                .toList());
        ObjectNode json = (ObjectNode) SensitiveValues.store(mapper.valueToTree(bare), Optional.of(before), keep);
        for (JsonNode variable : (ArrayNode) json.get("Variables")) {
            ((ObjectNode) variable).set("Value", values.get(variable.path("Id").asString()));
        }
        return json;
    }
}
