package tako.server.delivery.run;

import java.util.List;
import tako.platform.database.View;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.process.DeploymentProcess;
import tools.jackson.databind.node.ObjectNode;

/** What a run works from, frozen. */
record LoadedRun(RunSpec spec, Plan plan, RunVariables variables) {
    static LoadedRun of(View view, RunSpec spec, RunParts.Stores stores, RunSecrets secrets) {
        DeploymentProcess process = stores.mapper()
                .treeToValue(frozen(view, spec, spec.processSnapshot(), stores), DeploymentProcess.class);
        List<VariableSet> sets = spec.variableSnapshots().stream()
                .map(id -> stores.mapper().treeToValue(frozen(view, spec, id, stores), VariableSet.class))
                .toList();
        RunVariables variables = new RunVariables(
                view, spec, RunCandidates.of(sets, spec.choices().answers()), RunCandidates.references(sets), secrets);
        return new LoadedRun(spec, Plan.of(process, spec), variables);
    }

    private static ObjectNode frozen(View view, RunSpec spec, String id, RunParts.Stores stores) {
        return stores.snapshots()
                .find(view, spec.space(), id)
                .orElseThrow(() -> new IllegalStateException(
                        "The frozen copy " + id + " that this run needs no longer exists. Create a new release."));
    }
}
