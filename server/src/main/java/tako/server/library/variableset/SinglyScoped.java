package tako.server.library.variableset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Engine;
import tako.server.resource.LinkRows;
import tako.server.resource.Stored;

/** Finds the variables that are meant for one environment or target alone: without it they would be meant for nothing. */
public final class SinglyScoped {
    private static final int MOST = 1000;

    private final Engine engine;
    private final VariableSets sets;
    private final LinkRows links = new LinkRows();

    public SinglyScoped(Engine engine, VariableSets sets) {
        this.engine = engine;
        this.sets = sets;
    }

    /**
     * What was found.
     *
     * @param variableMap by owner, how many values of each name
     */
    public record Details(
            boolean hasUnauthorizedProjectVariables,
            boolean hasUnauthorizedLibraryVariableSetVariables,
            Map<String, Map<String, Integer>> variableMap) {}

    /** The variables meant for one thing alone. @throws Problem 404 when there is no such thing */
    public Details of(Principal principal, String space, String dimension, String id) {
        engine.permissions().require(principal, "VariableView", space);
        return engine.database().read(view -> {
            if (!engine.catalogue().exists(view, space, id)) {
                throw Problem.notFound(id);
            }
            var found = new TreeMap<String, Map<String, Integer>>();
            pointing(view, space, id).forEach(set -> {
                Map<String, Integer> names = count(set.value(), dimension, id);
                if (!names.isEmpty()) {
                    found.put(set.value().ownerId(), names);
                }
            });
            return new Details(false, false, found);
        });
    }

    /** The sets that name the id anywhere. */
    private List<Stored<VariableSet>> pointing(View view, String space, String id) {
        List<String> owners = links.referrers(view, id, MOST).stream()
                .flatMap(referrer -> VariableSetRows.ownerOf(referrer.id()).stream())
                .distinct()
                .toList();
        return sets.of(view, space, owners);
    }

    private static Map<String, Integer> count(VariableSet set, String dimension, String id) {
        Predicate<Variable> alone = variable -> {
            List<String> values = variable.scope().values(dimension);
            return values.size() == 1 && values.getFirst().equalsIgnoreCase(id);
        };
        var names = new TreeMap<String, Integer>();
        set.variables().stream().filter(alone).forEach(variable -> names.merge(variable.name(), 1, Integer::sum));
        return names;
    }
}
