package tako.server.delivery.step;

import java.util.List;

/** What will be applied, complete and frozen. */
public interface Rendering {
    /** The rendering as named texts, for preview and record; secrets are masked. */
    List<RenderedText> texts();

    /**
     * One text of a rendering.
     *
     * @param name e.g. {@code script.sh}, {@code deployment.yaml}
     * @param language for highlighting: {@code bash}, {@code yaml}, {@code text}
     */
    record RenderedText(String name, String language, String text) {}
}
