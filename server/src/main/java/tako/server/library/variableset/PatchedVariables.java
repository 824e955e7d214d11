package tako.server.library.variableset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.server.resource.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The variables of a set after a patch, as if a client had sent them all. */
final class PatchedVariables {
    private final JsonMapper mapper;
    private final FoundVariables now;
    private final FoundVariables patched;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param base the variables that the patch was made on
     * @param now those that are stored
     */
    PatchedVariables(JsonMapper mapper, List<Variable> base, List<Variable> now) {
        this.mapper = mapper;
        this.patched = new FoundVariables(base);
        this.now = new FoundVariables(base.equals(now) ? List.of() : now);
    }

    /**
     * What came of a patch.
     *
     * @param problems what of it could not be done, each a sentence
     */
    record Outcome(List<Variable> variables, List<String> problems) {}

    Outcome with(VariablePatch patch) {
        patch.variables().forEach(this::put);
        Set<String> gone =
                patch.remove().stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<Variable> left = patched.all().stream()
                .filter(variable -> !gone.contains(variable.identity()))
                .toList();
        return new Outcome(left, List.copyOf(problems));
    }

    private void put(ObjectNode sent) {
        String id = Members.find(sent, "Id").map(node -> node.asString("")).orElse("");
        FoundVariables.Wanted wanted =
                id.isBlank() ? named(sent) : new FoundVariables.ById(id.toLowerCase(Locale.ROOT));
        List<Integer> places = patched.find(wanted);
        List<Variable> meant = places.isEmpty()
                ? now.find(wanted).stream().map(now::at).toList()
                : places.stream().map(patched::at).toList();
        if (meant.size() > 1) {
            problems.add(meant.size() + " variables are named '"
                    + meant.getFirst().name() + "' and have the same scope. Say by the Id which one is meant.");
        } else if (meant.isEmpty() && !id.isBlank()) {
            problems.add("There is no variable with the Id '" + id
                    + "' in this set: it may have been removed. Leave out" + " the Id to add one.");
        } else {
            Variable variable = changed(sent, meant.stream().findFirst());
            places.stream()
                    .findFirst()
                    .ifPresentOrElse(place -> patched.set(place, variable), () -> patched.add(variable));
        }
    }

    private Variable changed(ObjectNode sent, Optional<Variable> meant) {
        ObjectNode json =
                meant.map(variable -> (ObjectNode) mapper.valueToTree(variable)).orElseGet(mapper::createObjectNode);
        sent.properties().stream()
                .filter(member -> !member.getKey().equalsIgnoreCase("Id"))
                .forEach(member -> {
                    Members.remove(json, member.getKey());
                    json.set(member.getKey(), member.getValue());
                });
        return mapper.treeToValue(json, Variable.class);
    }

    private FoundVariables.Wanted named(ObjectNode sent) {
        String name = Members.find(sent, "Name").map(node -> node.asString("")).orElse("");
        VariableScope scope = Members.find(sent, "Scope")
                .filter(JsonNode::isObject)
                .map(node -> mapper.treeToValue(node, VariableScope.class))
                .orElse(VariableScope.EVERYTHING);
        return FoundVariables.ByMeaning.of(name, scope);
    }
}
