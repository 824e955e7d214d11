package tako.bench.template;

import java.util.List;

/** A template engine with the variables of a {@link Model} in it; values that refer to others are templates of the engine, read once. */
interface Engine {
    /** A text in the engine's syntax. */
    String source(List<Piece> text);

    /** Reads a text anew: no cache answers. */
    Renderer parse(String source);

    /** A template that was read. */
    @FunctionalInterface
    interface Renderer {
        String render();
    }
}
