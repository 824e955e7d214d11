package tako.structured.dotnet;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;
import tako.structured.Rewriting.Unreadable;

/** Whether a text is XML, as the JDK's parser sees it; nothing outside the text is ever read. */
final class WellFormedness {
    private WellFormedness() {}

    /** Why it is not, and where. */
    static Optional<Unreadable> fault(String text) {
        try {
            parser().newSAXParser().parse(new InputSource(new StringReader(text)), new Silent());
            return Optional.empty();
        } catch (SAXParseException fault) {
            return Optional.of(new Unreadable(
                    message(fault), Math.max(1, fault.getLineNumber()), Math.max(1, fault.getColumnNumber())));
        } catch (SAXException | IOException | ParserConfigurationException fault) {
            return Optional.of(new Unreadable(message(fault), 1, 1));
        }
    }

    private static SAXParserFactory parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory;
    }

    private static String message(Exception fault) {
        return String.valueOf(fault.getMessage()).strip();
    }

    /** Hears nothing but what is fatal, and has nothing for whoever asks for another file. */
    private static final class Silent extends DefaultHandler {
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }
}
