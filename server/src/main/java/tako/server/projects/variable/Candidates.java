package tako.server.projects.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.secret.Secret;
import tako.server.library.variableset.VariableScope;
import tako.server.projects.process.Action;
import tako.server.projects.process.Step;
import tako.server.resource.PropertyValue;

/** Candidates that no variable set offers; a run and a question about one make them here alike. Pure. */
public final class Candidates {
    private static final Origin SYSTEM = Origin.of("System");

    private Candidates() {}

    /** What the server itself knows. A name that is a switch for users is only a default; nobody overrides the others. */
    public static List<Candidate> system(Map<String, String> values) {
        List<Candidate> candidates = new ArrayList<>(values.size());
        values.forEach((name, value) -> candidates.add(new Candidate(
                name,
                PropertyValue.of(value),
                VariableScope.EVERYTHING,
                SystemNames.isSwitch(name) ? VariableSource.DEFAULT : VariableSource.SYSTEM,
                SYSTEM)));
        return candidates;
    }

    /** The properties of an action and its step; those of the action are the stronger ones. */
    public static List<Candidate> properties(Step step, Action action) {
        VariableScope scope = VariableScope.of(VariableScope.ACTION, action.key());
        List<Candidate> candidates = new ArrayList<>();
        properties(candidates, step.properties(), scope, Origin.of("Step '" + step.label() + "'"));
        properties(candidates, action.properties(), scope, Origin.of("Action '" + action.label() + "'"));
        return candidates;
    }

    private static void properties(
            List<Candidate> candidates, Map<String, PropertyValue> bag, VariableScope scope, Origin origin) {
        bag.forEach((name, value) -> candidates.add(new Candidate(name, value, scope, VariableSource.ACTION, origin)));
    }

    /** What a target adds. */
    public static List<Candidate> target(String name, TargetVariables.Contribution contribution) {
        return contributed(
                contribution, VariableScope.EVERYTHING, VariableSource.SYSTEM, Origin.of("Target '" + name + "'"));
    }

    /** What tells of an action's packages. */
    public static List<Candidate> packages(TargetVariables.Contribution contribution) {
        return contributed(contribution, VariableScope.EVERYTHING, VariableSource.SYSTEM, SYSTEM);
    }

    /** What a variable stands for that names a certificate or an account: as if its members were written beside it. */
    public static List<Candidate> members(Candidate reference, TargetVariables.Contribution contribution) {
        Origin origin = Origin.of(reference.origin().text() + ", named by '" + reference.name() + "'");
        return contributed(contribution, reference.scope(), reference.source(), origin);
    }

    private static List<Candidate> contributed(
            TargetVariables.Contribution contribution, VariableScope scope, VariableSource source, Origin origin) {
        List<Candidate> candidates = new ArrayList<>();
        contribution
                .plain()
                .forEach((name, text) ->
                        candidates.add(new Candidate(name, PropertyValue.of(text), scope, source, origin)));
        contribution
                .secret()
                .forEach((name, secret) -> candidates.add(new Candidate(name, opened(secret), scope, source, origin)));
        return candidates;
    }

    /** A secret that was opened already. */
    public static PropertyValue opened(Secret secret) {
        return new PropertyValue.Sensitive(true, Optional.empty(), Optional.of(secret.reveal()));
    }
}
