package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tako.platform.database.View;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.Machines;
import tako.server.resource.Stored;

/** The variables at a moment of a run, targets as they are then. */
final class RunMoment {
    private RunMoment() {}

    /** The variables of an item, before it starts. */
    static ItemVariables variables(ItemJob job, Optional<Stored<Machine>> target, RunVariables.Moment moment) {
        return job.session().loaded().variables().ofItem(job.step(), job.action(), target, moment);
    }

    /** What the run knew when an item started. */
    static RunVariables.Moment of(View view, ItemJob job) {
        LoadedRun loaded = job.session().loaded();
        return at(
                loaded,
                job.states(),
                job.outputs(),
                targets(view, loaded, job.parts().stores()));
    }

    /** What the run knows at a moment. */
    static RunVariables.Moment at(
            LoadedRun loaded, RunStates states, List<RunOutput> outputs, List<Stored<Machine>> targets) {
        return new RunVariables.Moment(
                RunStateVariables.ofRun(loaded.plan(), loaded.spec().packages(), states, targets), outputs);
    }

    /** The targets of the run's environment that are enabled now and were not left out, by name. */
    static List<Stored<Machine>> targets(View view, LoadedRun loaded, RunParts.Stores stores) {
        RunSpec spec = loaded.spec();
        RunSpec.Choices choices = spec.choices();
        return Machines.enabledIn(
                        view, stores.machines(), spec.space(), spec.place().environmentId())
                .stream()
                .filter(machine -> choices.onlyMachines().isEmpty() || holds(choices.onlyMachines(), machine))
                .filter(machine -> !holds(choices.excludedMachines(), machine))
                .toList();
    }

    private static boolean holds(Set<String> ids, Stored<Machine> machine) {
        return ids.stream().anyMatch(machine.id()::equalsIgnoreCase);
    }
}
