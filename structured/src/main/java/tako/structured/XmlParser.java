package tako.structured;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * The JDK's parser within bounds: nothing outside the text is ever read, entities grow as far as the JDK lets them, at most 256 elements
 * stand inside each other and an element has at most 10,000 attributes.
 */
public final class XmlParser {
    /** How many elements may stand inside each other. */
    public static final int MAX_DEPTH = 256;

    private static final int MAX_ATTRIBUTES = 10_000;
    private static final String XERCES = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private XmlParser() {}

    /** Why the text is no document that can be read, and where. */
    public static Optional<Rewriting.Unreadable> fault(String text) {
        try {
            parse(text, true);
            return Optional.empty();
        } catch (MalformedXml malformed) {
            return Optional.of(malformed.unreadable());
        }
    }

    /**
     * The document, no entity of its own expanded in content.
     *
     * @throws MalformedXml if it is none, or beyond the bounds
     */
    public static Document parse(String text) throws MalformedXml {
        return parse(text, false);
    }

    private static Document parse(String text, boolean expandsEntities) throws MalformedXml {
        try {
            DocumentBuilder builder = builder(expandsEntities);
            builder.setErrorHandler(new Strict());
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXParseException error) {
            throw MalformedXml.of(error);
        } catch (SAXException | IOException error) {
            throw new MalformedXml(MalformedXml.message(error), 1, 1);
        } catch (RuntimeException fault) {
            throw new MalformedXml("The JDK's parser failed on it: " + fault, 1, 1);
        }
    }

    private static DocumentBuilder builder(boolean expandsEntities) {
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
            factory.setAttribute("jdk.xml.elementAttributeLimit", String.valueOf(MAX_ATTRIBUTES));
            factory.setExpandEntityReferences(expandsEntities);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own parser has all this", impossible);
        }
    }

    private static final class Strict extends DefaultHandler2 {
        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
