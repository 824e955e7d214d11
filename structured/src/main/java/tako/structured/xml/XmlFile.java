package tako.structured.xml;

import java.util.Optional;
import org.w3c.dom.Document;

/**
 * A document as it was read.
 *
 * @param document without whitespace between elements
 * @param subset the internal subset of its document type as it was spelled; "" if it has none
 */
record XmlFile(Optional<Declaration> declaration, Document document, String subset) {}
