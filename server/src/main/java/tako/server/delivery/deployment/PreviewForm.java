package tako.server.delivery.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.library.variableset.Variable;
import tako.server.library.variableset.VariablePrompt;
import tako.server.resource.PropertyValue;

/** What is asked before a deployment, and the answers that stand when nobody answers. */
public record PreviewForm(Map<String, PropertyValue> values, List<Element> elements) {
    /** A question; its name is the variable's id. */
    public record Element(String name, Control control, boolean isValueRequired) {}

    /** How it is asked. */
    public record Control(
            String type,
            String name,
            String label,
            String description,
            boolean required,
            boolean isSecure,
            Map<String, String> displaySettings) {}

    /** The questions of prompted variables, with their values as answers. */
    static PreviewForm of(List<Variable> prompts) {
        var values = new LinkedHashMap<String, PropertyValue>();
        var elements = new ArrayList<Element>();
        for (Variable variable : prompts) {
            if (variable.value() instanceof PropertyValue.Plain plain) {
                values.put(variable.key(), plain);
            }
            elements.add(element(variable));
        }
        return new PreviewForm(values, elements);
    }

    private static Element element(Variable variable) {
        Optional<VariablePrompt> prompt = Optional.ofNullable(variable.prompt());
        boolean required = prompt.map(VariablePrompt::required).orElse(false);
        var control = new Control(
                "VariableValue",
                variable.name(),
                Prompts.label(variable),
                prompt.flatMap(some -> Optional.ofNullable(some.description())).orElse(""),
                required,
                variable.isSensitive(),
                prompt.map(VariablePrompt::displaySettings).orElse(Map.of()));
        return new Element(variable.key(), control, required);
    }
}
