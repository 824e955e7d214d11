package tako.structured.xml;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Text;

/** What the nodes of a document do not remember of how they were spelled. Belongs to one rewriting. */
final class Spellings {
    private final IdentityHashMap<Element, StartTag> tags = new IdentityHashMap<>();
    private final Set<Text> references = Collections.newSetFromMap(new IdentityHashMap<>());

    void remember(Element element, StartTag tag) {
        tags.put(element, tag);
    }

    void rememberReferences(Text text) {
        references.add(text);
    }

    /** The names of its attributes in order. */
    List<String> attributes(Element element) {
        StartTag tag = tags.get(element);
        return tag == null ? List.of() : tag.attributes();
    }

    /** Whether it was {@code <a />} and not {@code <a></a>}. */
    boolean selfClosing(Element element) {
        StartTag tag = tags.get(element);
        return tag != null && tag.selfClosing();
    }

    /** Whether the text has character references. */
    boolean hasReferences(Text text) {
        return references.contains(text);
    }
}
