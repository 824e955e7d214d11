package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.octostache.Evaluation;
import tako.octostache.Failure;
import tako.octostache.Template;
import tako.octostache.Variables;
import tako.server.projects.variable.Candidate;

/** Finds the expressions in the properties of an action that nothing resolves. Nothing of a secret is told. Pure. */
final class Substitutions {
    /** The switch by which such an expression fails the step. */
    static final String FAIL = "OctopusShouldFailDeploymentOnSubstitutionFails";

    private Substitutions() {}

    /** A sentence for each property that has some, naming property and expressions. */
    static List<String> complaints(Map<String, String> properties, Variables variables, Set<String> sensitive) {
        List<String> complaints = new ArrayList<>();
        properties.forEach((name, text) -> {
            if (!sensitive.contains(Candidate.key(name))) {
                complaint(Template.parse(text), variables)
                        .ifPresent(complaint -> complaints.add("The property '" + name + "': " + complaint));
            }
        });
        return complaints;
    }

    private static Optional<String> complaint(Template template, Variables variables) {
        Evaluation evaluation = template.evaluate(variables);
        if (evaluation.failure().isPresent()) {
            return evaluation.failure().map(Substitutions::told);
        }
        String own = evaluation.unresolved().stream()
                .filter(template.source()::contains)
                .collect(Collectors.joining(", "));
        return evaluation.unresolved().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        own.isEmpty()
                                ? "an expression in the value of a variable could not be resolved."
                                : "could not be resolved: " + own + ".");
    }

    private static String told(Failure failure) {
        return switch (failure) {
            case Failure.Syntax(String message, int _, int _) -> message;
            case Failure.SelfReference(String message) -> message;
            case Failure.LimitExceeded(String message) -> message;
            case Failure.Unusable _ -> "it cannot be evaluated with these variables.";
        };
    }
}
