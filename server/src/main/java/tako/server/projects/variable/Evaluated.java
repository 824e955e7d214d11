package tako.server.projects.variable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tako.octostache.Template;
import tako.octostache.Trace;
import tako.octostache.Variables;
import tako.server.resource.PropertyValue;

/** Evaluates templates for people's eyes: a sensitive value is {@value #MASK}, wherever it goes. */
public final class Evaluated {
    /** Stands for a sensitive value. */
    public static final String MASK = "********";

    private final Variables variables;

    private Evaluated(Variables variables) {
        this.variables = variables;
    }

    /** With the winners of a work item. */
    public static Evaluated of(ItemResolution resolution) {
        Map<String, String> texts = new LinkedHashMap<>();
        resolution.winners().forEach(candidate -> texts.put(candidate.name(), shown(candidate)));
        return new Evaluated(Variables.of(texts));
    }

    /** A candidate's value as it was written. */
    public static String shown(Candidate candidate) {
        return switch (candidate.value()) {
            case PropertyValue.Plain(String text) -> text;
            case PropertyValue.Sensitive sensitive -> sensitive.hasValue() ? MASK : "";
        };
    }

    /** A variable's value; "" for none. */
    public String text(String name) {
        return variables.get(name).orElse("");
    }

    /** A variable's value as far as a budget goes; "" for none. */
    String text(String name, AnswerBudget budget) {
        return variables
                .raw(name)
                .flatMap(template -> trace(template, budget))
                .map(trace -> trace.evaluation().text())
                .orElse("");
    }

    /** The evaluation of a text, with what it read; empty when the budget is spent. */
    Optional<Trace> trace(String template, AnswerBudget budget) {
        Optional<Trace> trace =
                budget.left().map(limits -> Template.parse(template).trace(variables, limits));
        trace.map(Trace::evaluation).ifPresent(budget::spend);
        return trace;
    }
}
