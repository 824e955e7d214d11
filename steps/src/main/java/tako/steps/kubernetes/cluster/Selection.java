package tako.steps.kubernetes.cluster;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which objects of a kind are meant.
 *
 * @param labels a label selector in its wire form; "" for all
 * @param fields a field selector in its wire form; "" for all
 */
public record Selection(ObjectKind kind, String namespace, String labels, String fields) {
    private static final String NAME = "metadata.name=";

    /** The object of this name. */
    public static Selection named(ObjectKind kind, String namespace, String name) {
        return new Selection(kind, namespace, "", NAME + name);
    }

    /** The objects with such labels. */
    public static Selection labelled(ObjectKind kind, String namespace, String labels) {
        return new Selection(kind, namespace, labels, "");
    }

    /** Whether an object, as it is known, is among them. */
    public boolean covers(JsonNode object) {
        var metadata = object.path("metadata");
        return object.path("kind").asString("").equals(kind.kind())
                && object.path("apiVersion").asString("").equals(kind.apiVersion())
                && (!kind.namespaced()
                        || metadata.path("namespace").asString("").equals(namespace))
                && terms(labels).allMatch(term -> isMet(metadata.path("labels"), term))
                && (fields.isEmpty()
                        || fields.equals(NAME + metadata.path("name").asString("")));
    }

    private static Stream<String> terms(String selector) {
        return Stream.of(selector.split(",")).filter(term -> !term.isEmpty());
    }

    /** A term of the form {@code key=value}; others are for the cluster to judge. */
    private static boolean isMet(JsonNode labels, String term) {
        int middle = term.indexOf('=');
        return middle > 0 && labels.path(term.substring(0, middle)).asString("").equals(term.substring(middle + 1));
    }

    /** The address, with further parameters, each {@code name=value} with the value escaped. */
    String path(String... more) {
        var query = Stream.concat(
                        Stream.of(parameter("labelSelector", labels), parameter("fieldSelector", fields)),
                        Stream.of(more))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.joining("&"));
        return kind.collection(namespace) + (query.isEmpty() ? "" : "?" + query);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + Segment.of(value);
    }
}
