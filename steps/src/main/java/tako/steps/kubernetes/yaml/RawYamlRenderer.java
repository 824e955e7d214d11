package tako.steps.kubernetes.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tako.octostache.Evaluation;
import tako.octostache.Template;
import tako.server.delivery.step.RenderContext;
import tako.server.delivery.step.RenderingRefused;
import tako.steps.kubernetes.cluster.ClusterAccess;
import tako.steps.kubernetes.cluster.ClusterAccessReading;
import tako.steps.kubernetes.manifest.Manifest;
import tako.steps.kubernetes.manifest.ManifestParsing;
import tako.steps.kubernetes.manifest.Parsed;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;
import tools.jackson.databind.node.ObjectNode;

/** Turns the properties of the step into objects: variables first, then YAML. Collects all that is wrong before it refuses. */
final class RawYamlRenderer {
    private static final Duration STANDARD_LIMIT = Duration.ofMinutes(3);
    private static final BigDecimal LONGEST_LIMIT = BigDecimal.valueOf(60 * 60 * 24 * 365L);

    private final RenderContext context;
    private final List<String> problems = new ArrayList<>();

    RawYamlRenderer(RenderContext context) {
        this.context = context;
    }

    /** The rendering. Throws {@link RenderingRefused}. */
    RawYamlRendering render() {
        checkSource();
        var access = access();
        var template = Template.parse(body());
        var evaluation = template.evaluate(context.variables());
        checkResolved(evaluation);
        List<Manifest> objects = problems.isEmpty() ? objects(template, evaluation, access) : List.of();
        var check = check();
        if (!problems.isEmpty() || access.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        return new RawYamlRendering(
                access.get(),
                objects,
                new ApplyOptions(isOn(RawYamlProperties.SERVER_SIDE, true), isOn(RawYamlProperties.FORCE, true)),
                check,
                evaluation.complaint().stream().toList());
    }

    private void checkSource() {
        var source = context.property(RawYamlProperties.SOURCE)
                .orElse("GitRepository")
                .strip();
        if (!source.equalsIgnoreCase(RawYamlProperties.INLINE)) {
            problems.add("The YAML is to come from \"" + source
                    + "\", which this version of Tako cannot read. Put the YAML into the step (ScriptSource Inline).");
        }
    }

    private Optional<ClusterAccess> access() {
        try {
            return Optional.of(ClusterAccessReading.of(context, context.property(RawYamlProperties.NAMESPACE)));
        } catch (RenderingRefused refused) {
            problems.addAll(refused.problems());
            return Optional.empty();
        }
    }

    private String body() {
        var body = context.properties().getOrDefault(RawYamlProperties.BODY, "");
        if (body.isBlank() && problems.isEmpty()) {
            problems.add(
                    "The YAML is empty. Write at least one object into the step \"" + context.actionName() + "\".");
        }
        return body;
    }

    private void checkResolved(Evaluation evaluation) {
        evaluation
                .error()
                .ifPresent(error -> problems.add("The variables in the YAML could not be replaced: " + error));
        if (!evaluation.unresolved().isEmpty() && isOn(RawYamlProperties.FAIL_ON_UNRESOLVED, false)) {
            problems.add(evaluation.complaint().orElse("") + ". Define what is missing, or remove the variable "
                    + RawYamlProperties.FAIL_ON_UNRESOLVED + ".");
        }
    }

    private List<Manifest> objects(Template template, Evaluation evaluation, Optional<ClusterAccess> access) {
        var namespace = access.map(ClusterAccess::namespace).orElse("");
        var masking = new MaskedYaml(template, context, namespace);
        return switch (new ManifestParsing().objects(evaluation.text(), namespace)) {
            case Parsed.Value<List<ObjectNode>>(var objects) -> {
                problems.addAll(LostExpressions.problems(evaluation.unresolved(), evaluation.text(), objects));
                yield masking.beside(objects);
            }
            case Parsed.Refused<List<ObjectNode>>(var sentences) -> {
                sentences.forEach(sentence -> problems.add(masking.masked(sentence)));
                yield List.of();
            }
        };
    }

    private StatusCheck check() {
        var limit = limit();
        return isOn(RawYamlProperties.CHECK, true)
                ? new StatusCheck.Objects(limit, isOn(RawYamlProperties.CHECK_JOBS, false))
                : new StatusCheck.None();
    }

    /** Absent means the standard; 0 and "" mean none. */
    private Optional<Duration> limit() {
        if (!context.properties().containsKey(RawYamlProperties.CHECK_LIMIT)) {
            return Optional.of(STANDARD_LIMIT);
        }
        var text = context.property(RawYamlProperties.CHECK_LIMIT).map(String::strip);
        try {
            return text.map(BigDecimal::new)
                    .filter(seconds -> seconds.signum() > 0)
                    .map(seconds ->
                            Duration.ofSeconds(seconds.min(LONGEST_LIMIT).longValue()));
        } catch (NumberFormatException e) {
            problems.add("The longest wait \"" + text.orElse("")
                    + "\" is not a number of seconds. Give one such as 180, or 0 for none.");
            return Optional.empty();
        }
    }

    /** A switch that is a property of the step or a variable. */
    private boolean isOn(String name, boolean absent) {
        return context.property(name)
                .or(() -> context.variables().get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> value.equalsIgnoreCase("true"))
                .orElse(absent);
    }
}
