package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.process.Action;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.OfferedSet;
import tako.server.resource.PropertyValue;
import tools.jackson.databind.node.ObjectNode;

/** What a run works from, frozen. */
record LoadedRun(RunSpec spec, Plan plan, RunVariables variables) {
    static LoadedRun of(View view, RunSpec spec, RunParts.Stores stores, RunSecrets secrets) {
        DeploymentProcess process = stores.mapper()
                .treeToValue(frozen(view, spec, spec.processSnapshot(), stores), DeploymentProcess.class);
        secrets.open(view, properties(process));
        return new LoadedRun(
                spec,
                Plan.of(process, spec),
                new RunVariables(view, spec.place(), candidates(view, spec, stores), secrets));
    }

    private static Stream<PropertyValue> properties(DeploymentProcess process) {
        return process.steps().stream()
                .flatMap(step -> Stream.concat(
                        Stream.of(step.properties()), step.actions().stream().map(Action::properties)))
                .flatMap(bag -> bag.values().stream());
    }

    /** What is known for the whole run. */
    private static List<Candidate> candidates(View view, RunSpec spec, RunParts.Stores stores) {
        List<OfferedSet> sets = new ArrayList<>();
        for (String id : spec.variableSnapshots()) {
            VariableSet set = stores.mapper().treeToValue(frozen(view, spec, id, stores), VariableSet.class);
            sets.add(OfferedSet.owned(set, spec.place().projectId()));
        }
        List<Candidate> candidates = OfferedSet.candidates(sets, spec.choices().answers());
        candidates.addAll(Candidates.system(spec.system()));
        return candidates;
    }

    private static ObjectNode frozen(View view, RunSpec spec, String id, RunParts.Stores stores) {
        return stores.snapshots()
                .find(view, spec.space(), id)
                .orElseThrow(() -> new IllegalStateException(
                        "The frozen copy " + id + " that this run needs no longer exists. Create a new release."));
    }
}
