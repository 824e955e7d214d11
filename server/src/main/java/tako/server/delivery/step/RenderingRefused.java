package tako.server.delivery.step;

import java.util.List;

/** An action cannot be rendered; each problem is a sentence that says what is wrong and what to do. */
public final class RenderingRefused extends RuntimeException {
    private final List<String> problems;

    public RenderingRefused(List<String> problems) {
        super(String.join(" ", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** The problems. */
    public List<String> problems() {
        return problems;
    }
}
