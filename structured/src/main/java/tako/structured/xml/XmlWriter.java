package tako.structured.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.DocumentType;
import org.w3c.dom.Element;
import org.w3c.dom.EntityReference;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.w3c.dom.Text;

/**
 * Writes documents as .NET's indenting writer does: two spaces; from the first text within an element on, what follows in that element
 * stays on the line.
 */
final class XmlWriter {
    private final Spellings spellings;
    private final StringBuilder out = new StringBuilder();

    XmlWriter(Spellings spellings) {
        this.spellings = spellings;
    }

    /** The document without its declaration; lines end in line feeds, none at the end. */
    String write(XmlFile xml) {
        for (Node child = xml.document().getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!out.isEmpty()) {
                out.append('\n');
            }
            if (child instanceof DocumentType type) {
                documentType(type, xml.subset());
            } else {
                node(child, 0, false);
            }
        }
        return out.toString();
    }

    private void documentType(DocumentType type, String subset) {
        out.append("<!DOCTYPE ").append(type.getName());
        if (type.getPublicId() != null) {
            out.append(" PUBLIC \"").append(type.getPublicId()).append('"');
            identifier(type);
        } else if (type.getSystemId() != null) {
            out.append(" SYSTEM");
            identifier(type);
        } else {
            out.append(' ');
        }
        out.append('[').append(subset).append("]>");
    }

    private void identifier(DocumentType type) {
        String system = type.getSystemId() == null ? "" : type.getSystemId();
        char quote = system.contains("\"") ? '\'' : '"';
        out.append(' ').append(quote).append(system).append(quote);
    }

    private void node(Node node, int level, boolean inline) {
        switch (node) {
            case Element element -> element(element, level, inline);
            case CDATASection data ->
                out.append("<![CDATA[")
                        .append(lines(data.getData()).replace("]]>", "]]]]><![CDATA[>"))
                        .append("]]>");
            case Text text -> text(text);
            case Comment comment ->
                out.append("<!--").append(comment(comment.getData())).append("-->");
            case ProcessingInstruction instruction -> instruction(instruction);
            case EntityReference reference ->
                out.append('&').append(reference.getNodeName()).append(';');
            default -> throw new IllegalStateException("no such node in documents: " + node.getNodeType());
        }
    }

    private void element(Element element, int level, boolean inline) {
        out.append('<').append(element.getTagName());
        attributes(element).forEach(this::attribute);
        if (element.getFirstChild() == null && spellings.selfClosing(element)) {
            out.append(" />");
            return;
        }
        out.append('>');
        boolean mixed = content(element, level + 1, inline);
        if (!mixed && element.getFirstChild() != null) {
            line(level);
        }
        out.append("</").append(element.getTagName()).append('>');
    }

    /** Whether there is text that keeps the rest of the element on the line. */
    private boolean content(Element element, int level, boolean inline) {
        boolean mixed = inline;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            mixed |= child instanceof Text || child instanceof EntityReference;
            if (!mixed) {
                line(level);
            }
            node(child, level, mixed);
        }
        return mixed;
    }

    /** In the order in which they were; what a document type supplies is not there. */
    private List<Attr> attributes(Element element) {
        var order = new HashMap<String, Integer>();
        spellings.attributes(element).forEach(name -> order.put(name, order.size()));
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (attribute.getSpecified()) {
                attributes.add(attribute);
            }
        }
        attributes.sort(Comparator.comparingInt(attribute -> order.getOrDefault(attribute.getName(), order.size())));
        return attributes;
    }

    private void attribute(Attr attribute) {
        out.append(' ').append(attribute.getName()).append("=\"");
        XmlCharacters.attribute(attribute.getValue(), out);
        out.append('"');
    }

    /** Whitespace that was spelled as references would be insignificant otherwise. */
    private void text(Text text) {
        if (spellings.hasReferences(text) && Space.isBlank(text.getData())) {
            XmlCharacters.references(text.getData(), out);
        } else {
            XmlCharacters.text(lines(text.getData()), out);
        }
    }

    private void instruction(ProcessingInstruction instruction) {
        out.append("<?").append(instruction.getTarget());
        if (!instruction.getData().isEmpty()) {
            out.append(' ').append(lines(instruction.getData()).replace("?>", "? >"));
        }
        out.append("?>");
    }

    /** A comment has no two hyphens in a row and none at its end. */
    private static String comment(String text) {
        String apart = lines(text).replace("--", "- -").replace("--", "- -");
        return apart.endsWith("-") ? apart + " " : apart;
    }

    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void line(int level) {
        out.append('\n').repeat("  ", level);
    }
}
