package tako.structured.xml;

import java.util.List;

/**
 * How an element begins.
 *
 * @param attributes their names in order, namespace declarations too
 */
record StartTag(List<String> attributes, boolean selfClosing) {
    StartTag {
        attributes = List.copyOf(attributes);
    }
}
