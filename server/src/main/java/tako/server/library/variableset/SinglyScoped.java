package tako.server.library.variableset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final VariableAccess access;
    private final LinkRows links = new LinkRows();

    public SinglyScoped(Engine engine, VariableSets sets) {
        this.engine = engine;
        this.sets = sets;
        this.access = new VariableAccess(engine.permissions());
    }

    /**
     * What was found.
     *
     * @param hasUnauthorizedProjectVariables whether there are some in projects that whoever asks may not view
     * @param hasUnauthorizedLibraryVariableSetVariables whether there are some in library sets
     * @param variableMap of those that they may view, by owner, how many values of each name
     */
    public record Details(
            boolean hasUnauthorizedProjectVariables,
            boolean hasUnauthorizedLibraryVariableSetVariables,
            Map<String, Map<String, Integer>> variableMap) {}

    /** The variables meant for one thing alone. @throws Problem 404 when there is no such thing */
    public Details of(Principal principal, String space, String dimension, String id) {
        engine.permissions().require(principal, "VariableView", space);
        VisibleVariables ofProjects = access.seen(principal, space, "");
        VisibleVariables ofLibrary = access.seen(principal, space, VariableSets.LIBRARY_SET);
        List<Stored<VariableSet>> pointing = engine.database().read(view -> {
            if (!engine.catalogue().exists(view, space, id)) {
                throw Problem.notFound(id);
            }
            return pointing(view, space, id);
        });
        var details = new Found();
        for (Stored<VariableSet> set : pointing) {
            VisibleVariables seen = VariableSets.isLibrary(set.value().ownerId()) ? ofLibrary : ofProjects;
            alone(set.value(), dimension, id).forEach(variable -> details.add(set.value(), variable, seen));
        }
        return details.asDetails();
    }

    private static final class Found {
        private final Map<String, Map<String, Integer>> counted = new TreeMap<>();
        private boolean hidesOfProjects;
        private boolean hidesOfLibrary;

        void add(VariableSet set, Variable variable, VisibleVariables seen) {
            if (seen.sees(variable)) {
                counted.computeIfAbsent(set.ownerId(), owner -> new TreeMap<>())
                        .merge(variable.name(), 1, Integer::sum);
            } else if (VariableSets.isLibrary(set.ownerId())) {
                hidesOfLibrary = true;
            } else {
                hidesOfProjects = true;
            }
        }

        Details asDetails() {
            return new Details(hidesOfProjects, hidesOfLibrary, counted);
        }
    }

    /** The sets that name the id anywhere. */
    private List<Stored<VariableSet>> pointing(View view, String space, String id) {
        List<String> owners = links.referrers(view, id, MOST).stream()
                .flatMap(referrer -> VariableSetRows.ownerOf(referrer.id()).stream())
                .distinct()
                .toList();
        return sets.of(view, space, owners);
    }

    private static List<Variable> alone(VariableSet set, String dimension, String id) {
        return set.variables().stream()
                .filter(variable -> {
                    List<String> values = variable.scope().values(dimension);
                    return values.size() == 1 && values.getFirst().equalsIgnoreCase(id);
                })
                .toList();
    }
}
