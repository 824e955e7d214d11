package tako.steps.kubernetes.cluster;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which objects of a kind are meant.
 *
 * @param labels a label selector in its wire form; "" for all
 * @param fields a field selector in its wire form; "" for all
 */
public record Selection(ObjectKind kind, String namespace, String labels, String fields) {
    /** The object of this name. */
    public static Selection named(ObjectKind kind, String namespace, String name) {
        return new Selection(kind, namespace, "", "metadata.name=" + name);
    }

    /** The objects with such labels. */
    public static Selection labelled(ObjectKind kind, String namespace, String labels) {
        return new Selection(kind, namespace, labels, "");
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
