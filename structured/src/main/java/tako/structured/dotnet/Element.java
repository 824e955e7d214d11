package tako.structured.dotnet;

import java.util.List;
import java.util.Optional;

/**
 * Where an element stands in the text of an XML file. Offsets are in UTF-16 units.
 *
 * @param prefix with its colon, or nothing
 * @param parent index of the parent among all elements; -1 for the root
 * @param start of its start tag, where {@code <} stands
 * @param content where its content starts; the end of the tag if that has no end tag of its own
 * @param contentEnd where its end tag starts; the same as content for an empty-element tag
 * @param selfClosing whether it is an empty-element tag
 */
record Element(
        String prefix,
        String localName,
        List<Attribute> attributes,
        int parent,
        int start,
        int content,
        int contentEnd,
        boolean selfClosing) {

    /** The attribute of that whole name. */
    Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    Element endingAt(int end) {
        return new Element(prefix, localName, attributes, parent, start, content, end, selfClosing);
    }
}
