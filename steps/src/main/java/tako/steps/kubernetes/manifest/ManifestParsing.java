package tako.steps.kubernetes.manifest;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes objects of users' YAML or JSON, which may be anything. Whatever the text is, the answer is a value or sentences, in bounded
 * time and memory. A text means what it means to kubectl.
 */
public final class ManifestParsing {
    private static final int MOST_PROBLEMS = 20;

    private final Bounds bounds;

    /** With the bounds of an API server. */
    public ManifestParsing() {
        this(Bounds.STANDARD);
    }

    ManifestParsing(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * The objects of a text: of all its documents, with lists taken apart, in their order. Each has an apiVersion, a kind and a name, and
     * no other namespace than the one given. None at all is refused as well.
     */
    public Parsed<List<ObjectNode>> objects(String text, String namespace) {
        try {
            return objects(documents(text), new ObjectRules(namespace));
        } catch (YamlRefused refused) {
            return new Parsed.Refused<>(List.of(refused.sentence()));
        }
    }

    private Parsed<List<ObjectNode>> objects(List<YamlDocument> documents, ObjectRules rules) {
        var problems = new ArrayList<String>();
        var items = documents.stream()
                .flatMap(document -> ObjectLists.items(document).stream())
                .toList();
        if (items.isEmpty()) {
            problems.add("The text holds no object. Write at least one, with apiVersion, kind and metadata.name.");
        }
        if (items.size() > bounds.documents()) {
            problems.add("The text holds " + items.size() + " objects, and at most " + bounds.documents()
                    + " are taken. Split it.");
        }
        items.forEach(item -> problems.addAll(rules.problems(item)));
        return problems.isEmpty()
                ? new Parsed.Value<>(
                        items.stream().map(item -> (ObjectNode) item.node()).toList())
                : new Parsed.Refused<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
    }

    /** A text that is a part of an object: one mapping. */
    public Parsed<ObjectNode> mapping(String text) {
        try {
            var documents = documents(text);
            return documents.size() == 1 && documents.getFirst().root() instanceof ObjectNode mapping
                    ? new Parsed.Value<>(mapping)
                    : new Parsed.Refused<>(
                            List.of("The YAML must be one mapping: keys with their values, in one document."));
        } catch (YamlRefused refused) {
            return new Parsed.Refused<>(List.of(refused.sentence()));
        }
    }

    private List<YamlDocument> documents(String text) {
        return YamlText.of(text).documents(bounds);
    }
}
