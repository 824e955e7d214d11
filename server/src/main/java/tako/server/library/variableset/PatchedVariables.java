package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tako.server.resource.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The variables of a set after a patch, as if a client had sent them all. */
final class PatchedVariables {
    private final JsonMapper mapper;
    private final List<Variable> now;
    private final List<Variable> patched;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param base the variables that the patch was made on
     * @param now those that are stored
     */
    PatchedVariables(JsonMapper mapper, List<Variable> base, List<Variable> now) {
        this.mapper = mapper;
        this.now = now;
        this.patched = new ArrayList<>(base);
    }

    /**
     * What came of a patch.
     *
     * @param problems what of it could not be done, each a sentence
     */
    record Outcome(List<Variable> variables, List<String> problems) {}

    Outcome with(VariablePatch patch) {
        patch.variables().forEach(this::put);
        Set<String> gone = new HashSet<>(patch.remove());
        patched.removeIf(variable -> gone.contains(variable.key()));
        return new Outcome(List.copyOf(patched), List.copyOf(problems));
    }

    private void put(ObjectNode sent) {
        String id = Members.find(sent, "Id").map(node -> node.asString("")).orElse("");
        List<Variable> meant = id.isBlank() ? named(sent) : identified(id);
        if (meant.size() > 1) {
            problems.add(meant.size() + " variables are named '"
                    + meant.getFirst().name() + "' and have the same scope. Say by the Id which one is meant.");
        } else if (meant.isEmpty() && !id.isBlank()) {
            problems.add("There is no variable with the Id '" + id
                    + "' in this set: it may have been removed. Leave out" + " the Id to add one.");
        } else {
            put(sent, meant.stream().findFirst());
        }
    }

    private void put(ObjectNode sent, Optional<Variable> meant) {
        ObjectNode json =
                meant.map(variable -> (ObjectNode) mapper.valueToTree(variable)).orElseGet(mapper::createObjectNode);
        sent.properties().stream()
                .filter(member -> !member.getKey().equalsIgnoreCase("Id"))
                .forEach(member -> {
                    Members.remove(json, member.getKey());
                    json.set(member.getKey(), member.getValue());
                });
        Variable variable = mapper.treeToValue(json, Variable.class);
        int place = meant.map(patched::indexOf).orElse(-1);
        if (place < 0) {
            patched.add(variable);
        } else {
            patched.set(place, variable);
        }
    }

    /** The variable with an id, as the client knows it, or as somebody has added it since. */
    private List<Variable> identified(String id) {
        return either(variable -> variable.key().equals(id));
    }

    private List<Variable> named(ObjectNode sent) {
        String name = Members.find(sent, "Name").map(node -> node.asString("")).orElse("");
        Map<String, Set<String>> scope = alike(Members.find(sent, "Scope")
                .filter(JsonNode::isObject)
                .map(node -> mapper.treeToValue(node, VariableScope.class))
                .orElse(VariableScope.EVERYTHING));
        return either(variable -> variable.name().equalsIgnoreCase(name.strip())
                && alike(variable.scope()).equals(scope));
    }

    private List<Variable> either(Predicate<Variable> wanted) {
        List<Variable> known = patched.stream().filter(wanted).toList();
        return known.isEmpty() ? now.stream().filter(wanted).toList() : known;
    }

    /** A scope without regard to order and letter case. */
    private static Map<String, Set<String>> alike(VariableScope scope) {
        return scope.dimensions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(value -> value.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())));
    }
}
