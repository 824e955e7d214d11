package tako.octostache.filter.markdown;

import org.commonmark.node.Node;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Recognises one kind of emphasis. */
record MarkProcessor(MarkKind kind) implements DelimiterProcessor {
    @Override
    public char getOpeningCharacter() {
        return kind.sign();
    }

    @Override
    public char getClosingCharacter() {
        return kind.sign();
    }

    @Override
    public int getMinLength() {
        return kind.length();
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() < kind.length() || closing.length() < kind.length()) {
            return 0;
        }
        var mark = new Mark(kind.tag());
        Node opener = opening.getOpener();
        Node node = opener.getNext();
        while (node != null && node != closing.getCloser()) {
            Node next = node.getNext();
            mark.appendChild(node);
            node = next;
        }
        opener.insertAfter(mark);
        return kind.length();
    }
}
