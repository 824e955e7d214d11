package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import tako.server.library.variableset.VariableScope;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.Candidates;
import tako.server.projects.variable.Origin;
import tako.server.projects.variable.VariableSource;
import tako.server.resource.PropertyValue;

/**
 * What actions have set, as candidates: under its short name the last value of all, for a target its own; under the long name that of the
 * target it names. Pure.
 */
final class OutputCandidates {
    private OutputCandidates() {}

    static List<Candidate> of(List<RunOutput> outputs) {
        List<Candidate> candidates = new ArrayList<>();
        for (RunOutput output : outputs) {
            String action = "Octopus.Action[" + output.action() + "].Output";
            candidates.add(candidate(action + "." + output.name(), output, VariableScope.EVERYTHING));
            if (!output.target().isEmpty()) {
                VariableScope own = VariableScope.of(VariableScope.MACHINE, output.target());
                candidates.add(candidate(action + "." + output.name(), output, own));
                String name = action + "[" + output.targetName() + "]." + output.name();
                candidates.add(candidate(name, output, VariableScope.EVERYTHING));
            }
        }
        return candidates;
    }

    private static Candidate candidate(String name, RunOutput output, VariableScope scope) {
        PropertyValue value = output.sensitive()
                ? Candidates.opened(output.value())
                : PropertyValue.of(output.value().reveal());
        return new Candidate(
                name, value, scope, VariableSource.OUTPUT, Origin.of("Output of '" + output.action() + "'"));
    }
}
