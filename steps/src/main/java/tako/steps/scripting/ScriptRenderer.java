package tako.steps.scripting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.octostache.Evaluation;
import tako.octostache.Template;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;

/** Turns the properties of a script step into a script; collects all that is wrong before it refuses. */
final class ScriptRenderer {
    private static final String MASK = "********";
    private static final BigDecimal LONGEST_MINUTES = BigDecimal.valueOf(60 * 24 * 365);

    private final RenderContext context;
    private final List<String> problems = new ArrayList<>();

    ScriptRenderer(RenderContext context) {
        this.context = context;
    }

    /** The rendering. Throws {@link RenderingRefused}. */
    ScriptRendering render() {
        checkSource();
        var language = language();
        var template = Template.parse(body());
        var evaluation = template.evaluate(context.variables());
        checkResolved(evaluation);
        var limit = limit();
        if (!problems.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        return new ScriptRendering(
                language,
                evaluation.text(),
                template.evaluate(context.variables().with(masks())).text(),
                context.variables(),
                limit,
                isOn(ScriptProperties.FAIL_ON_ERRORS),
                evaluation.complaint().stream().toList());
    }

    private void checkSource() {
        var source = context.property(ScriptProperties.SOURCE).orElse(ScriptProperties.INLINE);
        if (!source.strip().equalsIgnoreCase(ScriptProperties.INLINE)) {
            problems.add("The script is to come from \"" + source
                    + "\", which this version of Tako cannot run. Put its text into the step (ScriptSource Inline).");
        }
    }

    private ScriptLanguage language() {
        var name = context.property(ScriptProperties.SYNTAX).orElse(ScriptLanguage.POWERSHELL.wireName());
        var language = ScriptLanguage.of(name);
        if (language.isEmpty()) {
            problems.add("\"" + name + "\" is not a language of scripts. Use one of "
                    + String.join(", ", ScriptLanguage.names()) + ".");
        }
        return language.orElse(ScriptLanguage.BASH);
    }

    /** The script as it was written, with the line ends of this system. */
    private String body() {
        var body = context.properties().getOrDefault(ScriptProperties.BODY, "").replace("\r\n", "\n");
        if (body.isBlank() && problems.isEmpty()) {
            problems.add("The script is empty. Write its text into the step \"" + context.actionName() + "\".");
        }
        return body;
    }

    private void checkResolved(Evaluation evaluation) {
        var complaint = evaluation.complaint();
        if (complaint.isPresent() && isOn(ScriptProperties.FAIL_ON_UNRESOLVED)) {
            problems.add(complaint.get() + ". Define what is missing, or remove the variable "
                    + ScriptProperties.FAIL_ON_UNRESOLVED + ".");
        }
    }

    private Optional<Duration> limit() {
        var text = context.property(ScriptProperties.LIMIT).map(String::strip);
        try {
            return text.map(BigDecimal::new)
                    .filter(minutes -> minutes.signum() > 0)
                    .map(minutes -> minutes.min(LONGEST_MINUTES))
                    .map(minutes -> Duration.ofMillis(
                            minutes.multiply(BigDecimal.valueOf(60_000)).longValue()));
        } catch (NumberFormatException e) {
            problems.add("The execution timeout \"" + text.orElse("")
                    + "\" is not a number of minutes. Give one such as 5, or none.");
            return Optional.empty();
        }
    }

    /** A switch that is a property of the step or a variable. */
    private boolean isOn(String name) {
        return context.property(name)
                .or(() -> context.variables().get(name))
                .filter(value -> value.strip().equalsIgnoreCase("true"))
                .isPresent();
    }

    private Map<String, String> masks() {
        return context.sensitive().stream().collect(Collectors.toMap(Function.identity(), name -> MASK));
    }
}
