package tako.octostache.filter.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** A bare link in the text of a link is only text. */
final class LinksInLinks extends AbstractVisitor {
    private LinksInLinks() {}

    static void unwrap(Node document) {
        document.accept(new LinksInLinks());
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        if (!isInLink(link)) {
            return;
        }
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        link.unlink();
    }

    private static boolean isInLink(Node node) {
        Node parent = node.getParent();
        while (parent != null && !(parent instanceof Link)) {
            parent = parent.getParent();
        }
        return parent != null;
    }
}
