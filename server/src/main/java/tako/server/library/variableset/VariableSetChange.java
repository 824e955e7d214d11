package tako.server.library.variableset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tako.server.resource.AuditLog;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The event of a change of a set. It tells what changed and not the whole set, which may have thousands of variables. */
final class VariableSetChange {
    private static final int NAMED = 5;

    private VariableSetChange() {}

    /** @param secrets gives the JSON of what is stored the ids of its secrets */
    static AuditLog.Entry event(VariableSetPlan plan, UnaryOperator<JsonNode> secrets) {
        Stored<VariableSet> before = plan.before();
        Stored<VariableSet> after = plan.after();
        List<Variable> touched = plan.difference().touched().toList();
        Set<String> identities = touched.stream().map(Variable::identity).collect(Collectors.toSet());
        return new AuditLog.Entry(
                "Modified",
                before.space(),
                "The variables of " + after.value().ownerId() + " were modified" + names(touched),
                List.of(after.id(), after.value().ownerId()),
                Optional.of(only(before.json(), identities)),
                Optional.of((ObjectNode) secrets.apply(only(after.json(), identities))));
    }

    /** The set with these variables alone, by their ids. */
    private static ObjectNode only(ObjectNode set, Set<String> identities) {
        ObjectNode only = VariableSetForm.head(set);
        ObjectNode variables = only.putObject("Variables");
        for (JsonNode variable : set.path("Variables")) {
            String id = variable.path("Id").asString("");
            if (identities.contains(id.toLowerCase(Locale.ROOT))) {
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
