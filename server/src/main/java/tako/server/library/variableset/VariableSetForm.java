package tako.server.library.variableset;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tako.server.resource.SensitiveValues;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms of a set of variables: as clients send it, as it is stored, as clients read it. */
final class VariableSetForm {
    private static final String VARIABLES = "Variables";
    private static final String VERSION = "Version";

    private final JsonMapper mapper;

    VariableSetForm(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What a client sent. */
    VariableSet sent(ObjectNode body) {
        return mapper.treeToValue(body, VariableSet.class);
    }

    /** A stored set whose variables are known. */
    VariableSet typed(ObjectNode json, List<Variable> variables) {
        return sent(head(json)).withVariables(variables);
    }

    /** The members of a stored set that are no variables. */
    static ObjectNode head(ObjectNode json) {
        ObjectNode head = json.objectNode();
        json.properties().stream()
                .filter(member -> !member.getKey().equals(VARIABLES))
                .forEach(member -> head.set(member.getKey(), member.getValue()));
        return head;
    }

    /** Whether the members of two stored sets that are no variables are the same, but for the version. */
    static boolean isHeadAlike(ObjectNode one, ObjectNode other) {
        return head(one).without(VERSION).equals(head(other).without(VERSION));
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

    /**
     * Variables as they are to be stored: with ids, and with their secrets put away, also those in members that the server does not know.
     *
     * @param base the set that the change was made on: what comes back from it without a value keeps its secret
     */
    List<Variable> received(
            VariableSet sent, Stored<VariableSet> base, UnaryOperator<String> keep, Supplier<String> ids) {
        Map<String, Variable> before = byKey(base.value());
        Map<String, JsonNode> nodes = nodesByKey(base);
        return VariableRules.receive(sent, base.value(), keep, ids).variables().stream()
                .map(variable -> variable.equals(before.get(variable.identity()))
                        ? variable
                        : deep(variable, Optional.ofNullable(nodes.get(variable.identity())), keep))
                .toList();
    }

    /** The stored form of a set; what has not changed is as it was. */
    ObjectNode stored(VariableSet after, Stored<VariableSet> before, UnaryOperator<String> keep) {
        Map<String, Variable> old = byKey(before.value());
        Map<String, JsonNode> nodes = nodesByKey(before);
        JsonNode head = mapper.valueToTree(after.withVariables(List.of()));
        ObjectNode json = (ObjectNode) SensitiveValues.store(head, Optional.of(before.json()), keep);
        ArrayNode variables = json.putArray(VARIABLES);
        after.variables().forEach(variable -> {
            JsonNode same = nodes.get(variable.identity());
            variables.add(
                    same != null && variable.equals(old.get(variable.identity()))
                            ? same
                            : mapper.valueToTree(variable));
        });
        return json;
    }

    /** Puts sensitive objects in unknown members away; the value itself has been. */
    private Variable deep(Variable variable, Optional<JsonNode> before, UnaryOperator<String> keep) {
        if (variable.unknown().isEmpty()) {
            return variable;
        }
        JsonNode bare = mapper.valueToTree(variable.withValue(null));
        JsonNode kept = SensitiveValues.store(bare, before, keep);
        return mapper.treeToValue(kept, Variable.class).withValue(variable.value());
    }

    private static Map<String, Variable> byKey(VariableSet set) {
        Map<String, Variable> byKey = new HashMap<>();
        set.variables().forEach(variable -> byKey.put(variable.identity(), variable));
        return byKey;
    }

    private static Map<String, JsonNode> nodesByKey(Stored<VariableSet> set) {
        Map<String, JsonNode> byKey = new HashMap<>();
        set.json()
                .path(VARIABLES)
                .forEach(variable -> byKey.put(variable.path("Id").asString("").toLowerCase(Locale.ROOT), variable));
        return byKey;
    }
}
