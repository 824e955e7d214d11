package tako.structured.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The prefixes that a document declares anywhere; where one has several namespaces, the first counts. */
final class Prefixes implements NamespaceContext {
    /** A hostile document has no more than that to say. */
    private static final int MAX_WARNINGS = 20;

    private final Map<String, String> namespaces = new HashMap<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    private Prefixes() {}

    static Prefixes of(Document document) {
        var prefixes = new Prefixes();
        prefixes.namespaces.put(XMLConstants.XML_NS_PREFIX, XMLConstants.XML_NS_URI);
        prefixes.collect(document.getDocumentElement());
        return prefixes;
    }

    private void collect(Element element) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (XMLConstants.XMLNS_ATTRIBUTE.equals(attribute.getPrefix())) {
                add(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner);
            }
        }
    }

    private void add(String prefix, String namespace) {
        String first = namespaces.putIfAbsent(prefix, namespace);
        if (first != null && !first.equals(namespace) && warnings.size() < MAX_WARNINGS) {
            warnings.add("The namespace '" + namespace + "' could not be mapped to the '" + prefix
                    + "' prefix, as another namespace '" + first
                    + "' is already mapped to that prefix. XPath selectors using this"
                    + " prefix may not return the expected nodes. You can avoid this by ensuring all namespaces in your document have"
                    + " unique prefixes.");
        }
    }

    /** Whether an attribute declares a namespace. */
    static boolean isDeclaration(Node attribute) {
        return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
    }

    boolean declares(String prefix) {
        return namespaces.containsKey(prefix);
    }

    List<String> warnings() {
        return new ArrayList<>(warnings);
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return namespaces.getOrDefault(prefix, XMLConstants.NULL_NS_URI);
    }

    @Override
    public String getPrefix(String namespace) {
        return XMLConstants.DEFAULT_NS_PREFIX;
    }

    @Override
    public Iterator<String> getPrefixes(String namespace) {
        return Collections.emptyIterator();
    }
}
