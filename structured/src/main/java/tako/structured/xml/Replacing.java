package tako.structured.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tako.structured.Replacement;

/** Variables at work on one document. */
final class Replacing {
    private final Document document;
    private final Effort effort;
    private final Fragments fragments;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<String> warnings = new ArrayList<>();

    Replacing(Document document, Effort effort, Fragments fragments) {
        this.document = document;
        this.effort = effort;
        this.fragments = fragments;
    }

    void warn(List<String> sentences) {
        warnings.addAll(sentences);
    }

    List<String> used() {
        return List.copyOf(used);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void apply(List<Replacement> variables, Prefixes prefixes) {
        var paths = new Paths(prefixes, effort);
        for (Replacement variable : variables) {
            paths.compile(variable.name()).ifPresent(path -> apply(variable, path));
        }
    }

    private void apply(Replacement variable, XPathExpression path) {
        List<Node> nodes = select(variable.name(), path);
        if (nodes.isEmpty()) {
            return;
        }
        var insertion = new Insertion(variable.name(), variable.value().orElse(""), fragments);
        Optional<String> fault = XmlCharacters.fault(insertion.value());
        if (fault.isPresent()) {
            warnings.add("Could not set the value at XPath '" + insertion.name() + "': it has the character "
                    + fault.get() + ", which XML cannot hold. Skipping replacement.");
        } else {
            replace(nodes, insertion);
        }
    }

    private void replace(List<Node> nodes, Insertion insertion) {
        for (Node node : nodes) {
            if (!effort.grows(insertion.value().length() + 1L)) {
                warnings.add("The values at XPath '" + insertion.name()
                        + "' make the document too large. Skipping the rest of them.");
                return;
            }
            replace(node, insertion);
        }
    }

    private void replace(Node node, Insertion insertion) {
        if (!isAttached(node)) {
            return;
        }
        switch (insertion.fill(node)) {
            case Insertion.Outcome.Filled() -> used.add(insertion.name());
            case Insertion.Outcome.Refused(String warning) -> {
                used.add(insertion.name());
                warnings.add(warning);
            }
            case Insertion.Outcome.NotSupported(String warning) -> warnings.add(warning);
        }
    }

    /** Not within what the same variable has replaced already. */
    private static boolean isAttached(Node node) {
        Node each = node instanceof Attr attribute ? attribute.getOwnerElement() : node;
        while (each != null && !(each instanceof Document)) {
            each = each.getParentNode();
        }
        return each != null;
    }

    /** What is selected, in the order of the document; nothing if the expression gives something else than nodes. */
    private List<Node> select(String name, XPathExpression path) {
        if (!effort.hasTime()) {
            warnings.add(tooLong(name));
            return List.of();
        }
        effort.start();
        try {
            return nodes((NodeList) path.evaluate(document, XPathConstants.NODESET));
        } catch (XPathExpressionException | RuntimeException failed) {
            if (isExhausted(failed)) {
                warnings.add(tooLong(name));
            }
            return List.of();
        } finally {
            effort.stop();
        }
    }

    private static List<Node> nodes(NodeList selected) {
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < selected.getLength(); i++) {
            nodes.add(selected.item(i));
        }
        return nodes;
    }

    private static boolean isExhausted(Throwable failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof Effort.Exhausted) {
                return true;
            }
        }
        return false;
    }

    private String tooLong(String name) {
        return "Finding the nodes at XPath '" + name + "' was given up: all expressions together may take "
                + effort.time() + ". Skipping replacement; a path without '//' is found faster.";
    }
}
