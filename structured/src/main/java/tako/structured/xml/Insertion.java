package tako.structured.xml;

import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/**
 * What a variable puts in the place of nodes. The result is never richer than what was there: only what has elements gets elements.
 *
 * @param name an XPath expression, for messages
 */
record Insertion(String name, String value, Fragments fragments) {

    /** What became of a node. */
    sealed interface Outcome {
        record Filled() implements Outcome {}

        /** The value does not fit; the node is as it was. */
        record Refused(String warning) implements Outcome {}

        /** Nodes of that kind are not replaced. */
        record NotSupported(String warning) implements Outcome {}
    }

    Outcome fill(Node node) {
        return switch (node) {
            case Attr declaration when Prefixes.isDeclaration(declaration) -> notSupported(node);
            case Attr attribute -> {
                attribute.setValue(value);
                yield new Outcome.Filled();
            }
            case CharacterData text -> {
                text.setData(value);
                yield new Outcome.Filled();
            }
            case ProcessingInstruction instruction -> {
                instruction.setData(value);
                yield new Outcome.Filled();
            }
            case Element element -> fillElement(element);
            default -> notSupported(node);
        };
    }

    private static Outcome notSupported(Node node) {
        return new Outcome.NotSupported("XML Node of type '" + type(node) + "' is not supported");
    }

    private Outcome fillElement(Element element) {
        Node first = element.getFirstChild();
        if (first instanceof CDATASection data && first.getNextSibling() == null) {
            data.setData(value);
            return new Outcome.Filled();
        }
        if (hasElements(element)) {
            return fillMarkup(element);
        }
        clear(element);
        element.appendChild(element.getOwnerDocument().createTextNode(value));
        return new Outcome.Filled();
    }

    private Outcome fillMarkup(Element element) {
        return fragments
                .parse(value, element)
                .<Outcome>map(fragment -> {
                    clear(element);
                    fragments.move(fragment, element);
                    return new Outcome.Filled();
                })
                .orElseGet(() ->
                        new Outcome.Refused("Could not set the value of the XML element at XPath '" + name + "' to '"
                                + value + "'. Expected a valid XML fragment. Skipping replacement of this element."));
    }

    private static boolean hasElements(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                return true;
            }
        }
        return false;
    }

    private static void clear(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = element.getFirstChild()) {
            element.removeChild(child);
        }
    }

    private static String type(Node node) {
        return switch (node.getNodeType()) {
            case Node.DOCUMENT_NODE -> "Document";
            case Node.ENTITY_REFERENCE_NODE -> "EntityReference";
            case Node.DOCUMENT_TYPE_NODE -> "DocumentType";
            default -> "Namespace";
        };
    }
}
