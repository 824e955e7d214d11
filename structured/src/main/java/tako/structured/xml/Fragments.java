package tako.structured.xml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import tako.structured.MalformedXml;
import tako.structured.XmlParser;

/** Markup that stands within an element: its prefixes are those in scope there. */
final class Fragments {
    private static final String ROOT = "fragment";

    private final Spellings spellings;

    Fragments(Spellings spellings) {
        this.spellings = spellings;
    }

    /** The element around a fragment that may stand within {@code place}; empty if it is not well-formed or would be nested too deeply. */
    Optional<Element> parse(String fragment, Element place) {
        String text = "<" + ROOT + declarations(place) + ">" + fragment + "</" + ROOT + ">";
        try {
            Element root = new XmlReader(spellings).read(text).document().getDocumentElement();
            int depth = outerDepth(place) + innerDepth(root) - 1;
            return depth <= XmlParser.MAX_DEPTH ? Optional.of(root) : Optional.empty();
        } catch (MalformedXml malformed) {
            return Optional.empty();
        }
    }

    /** What is within {@code fragment} becomes the end of {@code place}. */
    void move(Element fragment, Element place) {
        for (Node child = fragment.getFirstChild(); child != null; child = fragment.getFirstChild()) {
            Node moved = place.getOwnerDocument().adoptNode(child);
            place.appendChild(moved);
            if (moved instanceof Element element) {
                dropRepeated(element);
            }
        }
    }

    private static String declarations(Element place) {
        var declarations = new LinkedHashMap<String, String>();
        for (Node each = place; each instanceof Element around; each = each.getParentNode()) {
            NamedNodeMap attributes = around.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                if (Prefixes.isDeclaration(attributes.item(i))) {
                    declarations.putIfAbsent(
                            attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
                }
            }
        }
        var text = new StringBuilder();
        for (Map.Entry<String, String> each : declarations.entrySet()) {
            text.append(' ').append(each.getKey()).append("=\"");
            XmlCharacters.attribute(each.getValue(), text);
            text.append('"');
        }
        return text.append(Space.kept(place) ? " xml:space=\"preserve\"" : "").toString();
    }

    /** A declaration that says what holds around it anyway goes. */
    private static void dropRepeated(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) attributes.item(i);
            if (Prefixes.isDeclaration(attribute) && isRepeated(attribute, element.getParentNode())) {
                element.removeAttributeNode(attribute);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                dropRepeated(inner);
            }
        }
    }

    private static boolean isRepeated(Attr attribute, Node around) {
        String prefix = attribute.getPrefix() == null ? null : attribute.getLocalName();
        return attribute.getValue().equals(around.lookupNamespaceURI(prefix));
    }

    private static int outerDepth(Node node) {
        int depth = 0;
        for (Node each = node; each instanceof Element; each = each.getParentNode()) {
            depth++;
        }
        return depth;
    }

    private static int innerDepth(Element element) {
        int depth = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                depth = Math.max(depth, innerDepth(inner));
            }
        }
        return depth + 1;
    }
}
