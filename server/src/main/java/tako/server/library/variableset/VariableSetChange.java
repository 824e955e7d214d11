package tako.server.library.variableset;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.server.resource.AuditLog;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The event of a change of a set. It tells what changed and not the whole set, which may have thousands of variables. */
final class VariableSetChange {
    private static final int NAMED = 5;

    private VariableSetChange() {}

    static AuditLog.Entry event(Stored<VariableSet> before, Stored<VariableSet> after) {
        Set<Variable> old = Set.copyOf(before.value().variables());
        Set<Variable> now = Set.copyOf(after.value().variables());
        List<Variable> touched = Stream.concat(
                        now.stream().filter(variable -> !old.contains(variable)),
                        old.stream().filter(variable -> !now.contains(variable)))
                .toList();
        Set<String> keys = touched.stream().map(Variable::key).collect(Collectors.toSet());
        return new AuditLog.Entry(
                "Modified",
                before.space(),
                "The variables of " + after.value().ownerId() + " were modified" + names(touched),
                List.of(after.id(), after.value().ownerId()),
                Optional.of(only(before.json(), keys)),
                Optional.of(only(after.json(), keys)));
    }

    /** The set with these variables alone, by their ids. */
    private static ObjectNode only(ObjectNode set, Set<String> keys) {
        ObjectNode only = set.objectNode();
        set.properties().stream()
                .filter(member -> !member.getKey().equals("Variables"))
                .forEach(member -> only.set(member.getKey(), member.getValue()));
        ObjectNode variables = only.putObject("Variables");
        for (JsonNode variable : set.path("Variables")) {
            String id = variable.path("Id").asString("");
            if (keys.contains(id)) {
                variables.set(id, variable);
            }
        }
        return only;
    }

    private static String names(List<Variable> touched) {
        List<String> names =
                touched.stream().map(Variable::name).distinct().sorted().toList();
        if (names.isEmpty()) {
            return "";
        }
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return ": " + (names.size() > NAMED ? some + " and " + (names.size() - NAMED) + " more" : some);
    }
}
