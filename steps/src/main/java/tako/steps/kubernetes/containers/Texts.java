package tako.steps.kubernetes.containers;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.octostache.Evaluation;
import tako.octostache.Template;
import tako.octostache.Variables;
import tako.steps.kubernetes.manifest.Mask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Evaluates the texts of a step, with their secrets and masked. */
final class Texts {
    private static final String REFUSE_UNRESOLVED = "OctopusShouldFailDeploymentOnSubstitutionFails";
    private static final int LONGEST = 4_000_000;
    private static final int MOST_IN_ALL = 16_000_000;

    private final Variables variables;
    private final Set<String> sensitive;
    private final Variables masked;
    private final Problems problems;
    private final AtomicLong written;

    Texts(Variables variables, Set<String> sensitive, Problems problems) {
        this(variables, sensitive, problems, new AtomicLong());
    }

    private Texts(Variables variables, Set<String> sensitive, Problems problems, AtomicLong written) {
        this.variables = variables;
        this.sensitive = sensitive;
        this.masked = sensitive.isEmpty()
                ? variables
                : variables.with(sensitive.stream().collect(Collectors.toMap(Function.identity(), name -> Mask.TEXT)));
        this.problems = problems;
        this.written = written;
    }

    /** The same with more variables that are not secret. */
    Texts with(Map<String, String> more) {
        return new Texts(variables.with(more), sensitive, problems, written);
    }

    /** A variable's value; empty when there is none. */
    Optional<Text> variable(String name) {
        return variables.get(name).map(clear -> new Text(clear, masked.get(name).orElse(clear)));
    }

    /**
     * Evaluates a text; empty when an expression made it absent. What could not be resolved stays in it and is noted, or refused where
     * the project wants that.
     *
     * @param field where it stands, for people: {@code field "Replicas"}
     */
    Optional<Text> evaluate(String raw, String field) {
        if (written.get() > MOST_IN_ALL) {
            problems.add("The step's fields make more than " + MOST_IN_ALL + " characters of text. Make them smaller.");
            return Optional.empty();
        }
        Template template = Template.parse(raw);
        Evaluation shown = template.evaluate(masked);
        shown.complaint().ifPresent(complaint -> complain(complaint, field));
        Evaluation clear = sensitive.isEmpty() ? shown : template.evaluate(variables);
        written.addAndGet(clear.text().length());
        return clear.value().isEmpty() ? Optional.empty() : Optional.of(Text.of(clear, shown));
    }

    private void complain(String complaint, String field) {
        if (variables.get(REFUSE_UNRESOLVED).filter("true"::equalsIgnoreCase).isPresent()) {
            problems.add(sentence(complaint, field) + " Define what is missing, or remove the variable "
                    + REFUSE_UNRESOLVED + ".");
        } else {
            problems.note(sentence(complaint, field));
        }
    }

    private static String sentence(String complaint, String field) {
        return "The " + field + ": " + complaint + (complaint.endsWith(".") ? "" : ".");
    }

    /**
     * Evaluates a text that holds JSON: its strings one by one, so that no value can break it; or, if it is JSON only after evaluation,
     * the whole.
     */
    Optional<JsonNode> json(String raw, String field) {
        if (raw.length() > LONGEST) {
            problems.add("The " + field + " is longer than " + LONGEST + " characters. Make it shorter.");
            return Optional.empty();
        }
        return JsonTexts.container(raw)
                .map(tree -> leaves(tree, field))
                .or(() -> evaluate(raw, field).filter(text -> !text.isBlank()).flatMap(text -> whole(text, field)));
    }

    private Optional<JsonNode> whole(Text text, String field) {
        Optional<JsonNode> clear = JsonTexts.container(text.clear());
        if (clear.isEmpty()) {
            problems.add("The " + field + " is not valid JSON"
                    + JsonTexts.place(text.clear()).map(place -> ": " + place).orElse("")
                    + ". It has to be a list or an object.");
            return Optional.empty();
        }
        return together(clear, JsonTexts.container(text.shown()), field);
    }

    /** One tree of what was read from a text with and without its secrets. */
    Optional<JsonNode> together(Optional<? extends JsonNode> clear, Optional<? extends JsonNode> shown, String field) {
        Optional<JsonNode> joined = clear.flatMap(one -> shown.flatMap(other -> Leaf.joined(one, other)));
        if (joined.isEmpty()) {
            problems.add("The " + field + " is built by a secret variable, so that it cannot be shown."
                    + " Use secret variables only for single values in it.");
        }
        return joined;
    }

    private JsonNode leaves(JsonNode node, String field) {
        return switch (node) {
            case ObjectNode object -> members(object, field);
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(leaves(element, field)));
                yield copy;
            }
            default -> node.isString() ? leaf(node, field) : node;
        };
    }

    private JsonNode leaf(JsonNode node, String field) {
        return evaluate(node.asString(), field).map(Text::node).orElseGet(JsonNodeFactory.instance::nullNode);
    }

    private ObjectNode members(ObjectNode object, String field) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            Text name = evaluate(member.getKey(), field).orElse(Text.plain(""));
            if (name.hasSecret()) {
                problems.add(
                        "The " + field + " has the name \"" + name
                                + "\", which comes from a secret variable. Names are shown to everybody: use one that is not secret.");
            }
            copy.set(name.clear(), leaves(member.getValue(), field));
        });
        return copy;
    }
}
