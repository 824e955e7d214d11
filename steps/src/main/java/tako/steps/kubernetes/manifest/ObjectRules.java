package tako.steps.kubernetes.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every object must have before it is sent anywhere. Kind, names and namespaces become parts of addresses at the API server, so
 * nothing else than such parts may stand there; all else is the server's to judge.
 *
 * @param namespace the only namespace that an object may name
 */
record ObjectRules(String namespace) {
    private static final Pattern API_VERSION = Pattern.compile("([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[a-z0-9]+");
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Predicate<String> SEGMENT =
            Pattern.compile("(?!\\.{1,2}$)[^/%\\p{Cntrl}]{1,253}").asMatchPredicate();

    /** The problems of an object, as sentences with their place. */
    List<String> problems(ObjectLists.Item item) {
        if (!(item.node() instanceof ObjectNode object)) {
            return List.of(item.place().inWords()
                    + "this is no object. Objects are mappings with apiVersion, kind and metadata.");
        }
        var problems = new ArrayList<String>();
        checkText(
                object.path("apiVersion"),
                "apiVersion",
                API_VERSION.asMatchPredicate(),
                "such as v1 or apps/v1",
                problems);
        checkText(object.path("kind"), "kind", KIND.asMatchPredicate(), "such as ConfigMap", problems);
        if (object.path("metadata") instanceof ObjectNode metadata) {
            checkMetadata(metadata, problems);
        } else {
            problems.add("metadata is missing. Write metadata with at least a name.");
        }
        return problems.stream()
                .map(problem -> item.place().inWords() + title(object) + problem)
                .toList();
    }

    private void checkMetadata(ObjectNode metadata, List<String> problems) {
        if (!metadata.has("name") && metadata.has("generateName")) {
            problems.add(
                    "metadata.generateName cannot be applied, because it means another object each time. Write metadata.name.");
        } else {
            checkText(metadata.path("name"), "metadata.name", SEGMENT, "without \"/\" and \"%\"", problems);
        }
        checkNamespace(metadata.path("namespace"), problems);
        checkTexts(metadata, "labels", problems);
        checkTexts(metadata, "annotations", problems);
    }

    private void checkNamespace(JsonNode named, List<String> problems) {
        if (named.isMissingNode()
                || named.isNull()
                || (named.isString() && named.asString().equals(namespace))) {
            return;
        }
        problems.add("it is to go into the namespace " + quoted(named) + ", but this step works in \"" + namespace
                + "\". Remove metadata.namespace, or give the step that namespace.");
    }

    private static void checkText(
            JsonNode value, String name, Predicate<String> rule, String shape, List<String> problems) {
        if (value.isMissingNode() || value.isNull() || value.asString("").isEmpty()) {
            problems.add(name + " is missing. Write one, " + shape + ".");
        } else if (!value.isString()) {
            problems.add(name + " is " + quoted(value) + ", which is no text. Put it in quotes.");
        } else if (!rule.test(value.asString())) {
            problems.add(name + " is " + quoted(value) + ", which cannot be. Write one " + shape + ".");
        }
    }

    private static void checkTexts(ObjectNode metadata, String name, List<String> problems) {
        JsonNode texts = metadata.path(name);
        if (texts.isMissingNode() || texts.isNull()) {
            return;
        }
        if (!texts.isObject()) {
            problems.add("metadata." + name + " is no mapping. Write keys with their values.");
        }
        texts.properties().stream()
                .filter(member ->
                        !member.getValue().isString() && !member.getValue().isNull())
                .forEach(member -> problems.add("metadata." + name + "." + member.getKey() + " is "
                        + quoted(member.getValue()) + ", which is no text. Put it in quotes."));
    }

    private static String title(ObjectNode object) {
        String kind = object.path("kind").asString("");
        String name = object.path("metadata").path("name").asString("");
        return kind.isEmpty() || name.isEmpty() ? "" : "in the " + kind + " \"" + name + "\", ";
    }

    private static String quoted(JsonNode value) {
        String text = value.isContainer() ? "a mapping or list" : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
