package tako.steps.kubernetes.yaml;

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
import tako.steps.kubernetes.rollout.RolloutProperties;
import tools.jackson.databind.node.ObjectNode;

/** Turns the properties of the step into objects: variables first, then YAML. Collects all that is wrong before it refuses. */
final class RawYamlRenderer {
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
        var rollout = new RolloutProperties(new Evaluated());
        var apply = rollout.apply();
        var check = rollout.check(true);
        if (!problems.isEmpty() || access.isEmpty()) {
            throw new RenderingRefused(problems);
        }
        return new RawYamlRendering(
                access.get(),
                objects,
                apply,
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
        if (!evaluation.unresolved().isEmpty() && failsOnUnresolved()) {
            problems.add(evaluation.complaint().orElse("") + ". Define what is missing, or remove the variable "
                    + RawYamlProperties.FAIL_ON_UNRESOLVED + ".");
        }
    }

    private boolean failsOnUnresolved() {
        return context.property(RawYamlProperties.FAIL_ON_UNRESOLVED)
                .or(() -> context.variables().get(RawYamlProperties.FAIL_ON_UNRESOLVED))
                .filter(value -> value.strip().equalsIgnoreCase("true"))
                .isPresent();
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

    /** The step's properties, each also to be given as a variable. */
    private final class Evaluated implements RolloutProperties.Source {
        @Override
        public Optional<String> value(String key) {
            return context.properties().containsKey(key)
                    ? Optional.of(context.property(key).orElse("").strip())
                    : context.variables().get(key).map(String::strip);
        }

        /** Without what it is, which may be a secret. */
        @Override
        public void wrong(String key, String expected) {
            problems.add("The field \"" + RawYamlProperties.label(key) + "\" is not " + expected + ". Correct it.");
        }
    }
}
