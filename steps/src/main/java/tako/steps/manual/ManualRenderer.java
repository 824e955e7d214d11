package tako.steps.manual;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.octostache.Evaluation;
import tako.server.delivery.interruption.TeamList;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;

/** Turns the properties of a manual intervention into a question; collects all that is wrong before it refuses. */
final class ManualRenderer {
    private static final String MASK = "********";
    private static final int LONGEST_INSTRUCTIONS = 100_000;
    private static final BigDecimal LONGEST_MINUTES = BigDecimal.valueOf(60 * 24 * 365);

    private final RenderContext context;
    private final List<String> problems = new ArrayList<>();

    ManualRenderer(RenderContext context) {
        this.context = context;
    }

    /** The rendering. Throws {@link RenderingRefused}. */
    ManualRendering render() {
        Evaluation instructions = instructions();
        Optional<Duration> within = within();
        if (!problems.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        return new ManualRendering(
                context.actionName(),
                instructions.text(),
                context.variables().get("Octopus.Space.Id").orElse(""),
                teams(),
                context.property(ManualProperties.BLOCKS)
                        .filter(value -> value.strip().equalsIgnoreCase("true"))
                        .isPresent(),
                within,
                instructions.complaint().stream().toList());
    }

    private Evaluation instructions() {
        String written = context.properties()
                .getOrDefault(ManualProperties.INSTRUCTIONS, "")
                .replace("\r\n", "\n");
        Evaluation evaluation = context.variables().with(masks()).evaluate(written);
        evaluation
                .error()
                .ifPresent(error -> problems.add("The instructions cannot be evaluated" + place(evaluation) + ": "
                        + error + " Correct them in the step \"" + context.actionName() + "\"."));
        if (evaluation.text().isBlank()) {
            problems.add("The instructions are empty. Say in the step \"" + context.actionName()
                    + "\" what is to be looked at.");
        }
        if (evaluation.text().length() > LONGEST_INSTRUCTIONS) {
            problems.add("The instructions are " + evaluation.text().length() + " characters long, at most "
                    + LONGEST_INSTRUCTIONS + " can be shown. Shorten them.");
        }
        return evaluation;
    }

    private static String place(Evaluation evaluation) {
        return evaluation.troubles().stream()
                .findFirst()
                .map(trouble -> " (line " + trouble.line() + ", column " + trouble.column() + ")")
                .orElse("");
    }

    /** A text that names teams but evaluates to none stays as it was written: nobody becomes responsible by an empty variable. */
    private List<String> teams() {
        List<String> named =
                TeamList.of(context.property(ManualProperties.TEAMS).orElse(""));
        return named.isEmpty() ? TeamList.of(context.properties().getOrDefault(ManualProperties.TEAMS, "")) : named;
    }

    private Optional<Duration> within() {
        Optional<String> text = context.property(ManualProperties.DEADLINE).map(String::strip);
        try {
            Optional<BigDecimal> minutes = text.map(BigDecimal::new);
            if (minutes.filter(number -> number.signum() <= 0 || number.compareTo(LONGEST_MINUTES) > 0)
                    .isPresent()) {
                problems.add("The longest wait \"" + text.orElse("")
                        + "\" is not between 1 and 525600 minutes (a year). Give such a number, or none.");
                return Optional.empty();
            }
            return minutes.map(number -> Duration.ofMillis(
                    Math.max(1, number.multiply(BigDecimal.valueOf(60_000)).longValue())));
        } catch (NumberFormatException e) {
            problems.add("The longest wait \"" + text.orElse("")
                    + "\" is not a number of minutes. Give one such as 60, or none.");
            return Optional.empty();
        }
    }

    private Map<String, String> masks() {
        return context.sensitive().stream().collect(Collectors.toMap(Function.identity(), name -> MASK));
    }
}
