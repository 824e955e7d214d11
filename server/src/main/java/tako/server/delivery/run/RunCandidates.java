package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableSet;
import tako.server.library.variableset.VariableType;
import tako.server.projects.variable.Candidate;
import tako.server.projects.variable.VariableSource;
import tako.server.resource.PropertyValue;

/** The values that frozen variable sets and answers to prompts offer. Pure. */
final class RunCandidates {
    private RunCandidates() {}

    /**
     * @param sets the project's first, then those of library sets
     * @param answers by the variable's id; a secret's is the id of its row
     */
    static List<Candidate> of(List<VariableSet> sets, Map<String, String> answers) {
        List<Candidate> candidates = new ArrayList<>();
        for (int position = 0; position < sets.size(); position++) {
            VariableSource source = position == 0 ? VariableSource.PROJECT : VariableSource.LIBRARY;
            for (Variable variable : sets.get(position).variables()) {
                candidates.add(candidate(variable, value(variable.value()), source));
                answer(variable, answers)
                        .ifPresent(answer -> candidates.add(candidate(variable, answer, VariableSource.PROMPT)));
            }
        }
        return candidates;
    }

    /** The names of variables whose value is the id of a certificate or an account. */
    static Set<String> references(List<VariableSet> sets) {
        return sets.stream()
                .flatMap(set -> set.variables().stream())
                .filter(variable -> isReference(variable.type()))
                .map(Variable::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isReference(VariableType type) {
        return switch (type) {
            case CERTIFICATE,
                    AMAZON_WEB_SERVICES_ACCOUNT,
                    AZURE_ACCOUNT,
                    GOOGLE_CLOUD_ACCOUNT,
                    USERNAME_PASSWORD_ACCOUNT,
                    GENERIC_OIDC_ACCOUNT -> true;
            case STRING, SENSITIVE, WORKER_POOL -> false;
        };
    }

    private static Candidate candidate(Variable variable, PropertyValue value, VariableSource source) {
        return new Candidate(variable.name(), value, variable.scope(), source, source.name());
    }

    private static PropertyValue value(@Nullable PropertyValue value) {
        return value == null ? PropertyValue.of("") : value;
    }

    private static Optional<PropertyValue> answer(Variable variable, Map<String, String> answers) {
        if (variable.prompt() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(answers.get(variable.key()))
                .map(answer -> variable.isSensitive()
                        ? new PropertyValue.Sensitive(true, Optional.of(answer), Optional.empty())
                        : PropertyValue.of(answer));
    }
}
