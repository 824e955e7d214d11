package tako.structured.xml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Reads documents: nothing from outside, no entity of the document's own expanded in content, no insignificant whitespace. */
final class XmlReader {
    /** How many elements may stand inside each other. */
    static final int MAX_DEPTH = 256;

    private static final String XERCES = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private final Spellings spellings;

    XmlReader(Spellings spellings) {
        this.spellings = spellings;
    }

    XmlFile read(String text) throws Malformed {
        String source = text.replace("\r\n", "\n").replace('\r', '\n');
        Optional<Declaration> declaration = Declaration.of(source);
        if (declaration.isPresent() && !declaration.get().version().equals("1.0")) {
            throw new Malformed(
                    "The file is of XML version " + declaration.get().version() + "; only 1.0 is read", 1, 1);
        }
        Document document = parse(source);
        SourceScan scan = SourceScan.of(source);
        spell(document, scan);
        dropBlanks(document.getDocumentElement(), false);
        return new XmlFile(declaration, document, scan.subset());
    }

    private static Document parse(String source) throws Malformed {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new Strict());
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new InputSource(new StringReader(source)));
        } catch (SAXParseException error) {
            throw Malformed.of(error);
        } catch (SAXException | IOException error) {
            throw new Malformed(Malformed.message(error), 1, 1);
        } catch (RuntimeException fault) {
            throw new Malformed("The JDK's parser failed on it: " + fault, 1, 1);
        }
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(XERCES + "nonvalidating/load-external-dtd", false);
            factory.setFeature(XERCES + "dom/defer-node-expansion", false);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", String.valueOf(MAX_DEPTH));
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own parser has all this", impossible);
        }
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

    private static final class Strict extends DefaultHandler2 {
        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
