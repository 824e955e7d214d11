package tako.server.projects.playground;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.octostache.Limits;
import tako.octostache.OnSyntaxError;
import tako.octostache.Template;
import tako.octostache.Variables;
import tako.server.resource.Absent;

/**
 * A template that somebody tries.
 *
 * @param template its text
 * @param variables values by name, in the order in which loops show them; they may be templates themselves
 * @param skipsUnreadable whether what cannot be read stays as it is, as in files; otherwise it makes the whole a plain text, as in settings
 */
public record Trial(String template, Map<String, String> variables, boolean skipsUnreadable) {
    /** Tighter than in deployments: somebody waits for the answer. */
    private static final Limits LIMITS = new Limits(100, 4_000_000, Duration.ofSeconds(2));

    public Trial {
        template = Absent.orEmpty(template);
        variables = Absent.orEmpty(variables);
    }

    /**
     * What it evaluated to.
     *
     * @param text the result; unresolved expressions stand in it as they were
     * @param isAbsent whether a {@code null} filter made the setting absent
     * @param isTrue what it means as a condition
     * @param problems what is wrong, and where
     */
    public record Answer(String text, boolean isAbsent, boolean isTrue, List<Problem> problems) {}

    /**
     * A place that is in trouble.
     *
     * @param message a sentence
     * @param line in the template, from 1; only a line feed ends a line
     * @param column in that line, from 1, in UTF-16 units
     * @param variable whose value is in trouble; absent if it is the template itself
     */
    public record Problem(String message, int line, int column, Optional<String> variable) {}

    /** Evaluates it; whatever the text, there is an answer. */
    Answer answer() {
        OnSyntaxError mode = skipsUnreadable ? OnSyntaxError.CONTINUE : OnSyntaxError.HALT;
        Evaluation evaluation = Template.parse(template, mode).evaluate(Variables.of(variables), LIMITS);
        return new Answer(evaluation.text(), evaluation.value().isEmpty(), evaluation.isTrue(), problems(evaluation));
    }

    private static List<Problem> problems(Evaluation evaluation) {
        boolean failed = evaluation.failure().isPresent();
        return evaluation.troubles().stream()
                .map(trouble -> new Problem(
                        failed ? trouble.what() : "There is no value for " + trouble.what(),
                        trouble.line(),
                        trouble.column(),
                        trouble.variable()))
                .toList();
    }
}
