package tako.structured.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import tako.structured.MalformedXml;
import tako.structured.XmlParser;

/** Reads documents without insignificant whitespace, and remembers how things were spelled. */
final class XmlReader {
    private final Spellings spellings;

    XmlReader(Spellings spellings) {
        this.spellings = spellings;
    }

    XmlFile read(String text) throws MalformedXml {
        String source = text.replace("\r\n", "\n").replace('\r', '\n');
        Optional<Declaration> declaration = Declaration.of(source);
        if (declaration.isPresent() && !declaration.get().version().equals("1.0")) {
            throw new MalformedXml(
                    "The file is of XML version " + declaration.get().version() + "; only 1.0 is read", 1, 1);
        }
        Document document = XmlParser.parse(source);
        SourceScan scan = SourceScan.of(source);
        spell(document, scan);
        dropBlanks(document.getDocumentElement(), false);
        return new XmlFile(declaration, document, scan.subset());
    }

    private void spell(Document document, SourceScan scan) {
        var elements = new ArrayList<Element>();
        var texts = new ArrayList<Text>();
        collect(document.getDocumentElement(), elements, texts);
        if (elements.size() == scan.tags().size()) {
            for (int i = 0; i < elements.size(); i++) {
                spellings.remember(elements.get(i), scan.tags().get(i));
            }
        }
        if (texts.size() == scan.texts()) {
            for (int i = 0; i < texts.size(); i++) {
                if (scan.refers(i)) {
                    spellings.rememberReferences(texts.get(i));
                }
            }
        }
    }

    private static void collect(Element element, List<Element> elements, List<Text> texts) {
        elements.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, elements, texts);
            } else if (child instanceof Text text && child.getNodeType() == Node.TEXT_NODE) {
                texts.add(text);
            }
        }
    }

    /** Whitespace alone is insignificant unless it is spelled as character references or {@code xml:space} says otherwise. */
    private void dropBlanks(Element element, boolean keptAround) {
        boolean kept = Space.kept(element, keptAround);
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element inner) {
                dropBlanks(inner, kept);
            } else if (!kept && child instanceof Text text && isInsignificant(text)) {
                element.removeChild(text);
            }
            child = next;
        }
    }

    private boolean isInsignificant(Text text) {
        return text.getNodeType() == Node.TEXT_NODE && Space.isBlank(text.getData()) && !spellings.hasReferences(text);
    }
}
