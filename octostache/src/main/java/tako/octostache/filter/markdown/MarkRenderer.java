package tako.octostache.filter.markdown;

import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes {@link Mark}s. */
record MarkRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Mark.class);
    }

    @Override
    public void render(Node node) {
        String tag = ((Mark) node).tag();
        context.getWriter().tag(tag);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        context.getWriter().tag("/" + tag);
    }
}
