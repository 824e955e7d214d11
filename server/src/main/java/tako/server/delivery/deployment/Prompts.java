package tako.server.delivery.deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariableScope;
import tako.server.library.variableset.VariableSet;
import tako.server.resource.PropertyValue;

/** The variables that whoever deploys is asked for. */
final class Prompts {
    private Prompts() {}

    /** Those that may count in this environment and channel, in their order. */
    static List<Variable> of(Subject subject) {
        return subject.variables().stream()
                .map(VariableSet::variables)
                .flatMap(List::stream)
                .filter(variable -> variable.prompt() != null)
                .filter(variable -> fits(
                        variable.scope(),
                        VariableScope.ENVIRONMENT,
                        subject.environment().id()))
                .filter(variable -> fits(
                        variable.scope(),
                        VariableScope.CHANNEL,
                        subject.release().value().channelId()))
                .filter(variable -> fits(
                        variable.scope(),
                        VariableScope.PROCESS_OWNER,
                        subject.project().id()))
                .toList();
    }

    /** The labels of those that need an answer and have none: neither given nor by default. */
    static List<String> unanswered(List<Variable> prompts, Map<String, PropertyValue> answers) {
        return prompts.stream()
                .filter(variable ->
                        variable.prompt() != null && variable.prompt().required())
                .filter(variable -> isBlank(answer(variable, answers)))
                .map(Prompts::label)
                .toList();
    }

    /** Answers by the names or labels of variables as answers by their ids; unknown names are left out. */
    static Map<String, PropertyValue> byId(List<Variable> prompts, Map<String, PropertyValue> named) {
        Map<String, PropertyValue> answers = new HashMap<>();
        named.forEach((name, value) -> prompts.stream()
                .filter(variable -> variable.name().equalsIgnoreCase(name)
                        || label(variable).equalsIgnoreCase(name)
                        || variable.key().equalsIgnoreCase(name))
                .forEach(variable -> answers.put(variable.key(), value)));
        return answers;
    }

    /** The answers to those that are asked, secrets as values that are put away when they are stored. */
    static Map<String, PropertyValue> kept(List<Variable> prompts, Map<String, PropertyValue> answers) {
        Map<String, PropertyValue> kept = new HashMap<>();
        prompts.forEach(variable -> PropertyValue.find(answers, variable.key())
                .ifPresent(answer -> kept.put(variable.key(), variable.isSensitive() ? secret(answer) : answer)));
        return kept;
    }

    static String label(Variable variable) {
        return Optional.ofNullable(variable.prompt())
                .flatMap(prompt -> Optional.ofNullable(prompt.label()))
                .filter(label -> !label.isBlank())
                .orElse(variable.name());
    }

    private static PropertyValue secret(PropertyValue answer) {
        return switch (answer) {
            case PropertyValue.Plain(String text) ->
                new PropertyValue.Sensitive(!text.isEmpty(), Optional.empty(), Optional.of(text));
            case PropertyValue.Sensitive sensitive -> sensitive;
        };
    }

    private static Optional<PropertyValue> answer(Variable variable, Map<String, PropertyValue> answers) {
        return PropertyValue.find(answers, variable.key()).or(() -> Optional.ofNullable(variable.value()));
    }

    private static boolean isBlank(Optional<PropertyValue> answer) {
        return answer.map(value -> switch (value) {
                    case PropertyValue.Plain(String text) -> text.isBlank();
                    case PropertyValue.Sensitive sensitive -> !sensitive.hasValue();
                })
                .orElse(true);
    }

    private static boolean fits(VariableScope scope, String dimension, String id) {
        List<String> values = scope.values(dimension);
        return values.isEmpty() || Subject.holds(values, id);
    }
}
