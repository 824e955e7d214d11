package tako.steps.manual;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tako.server.delivery.step.Rendering;

/**
 * What a manual intervention asks.
 *
 * @param instructions Markdown; secrets are masked from the start, because nobody needs them to answer
 * @param space where its teams are looked for
 * @param teams as the step names them
 * @param notes what the log should say of the instructions
 */
record ManualRendering(
        String title,
        String instructions,
        String space,
        List<String> teams,
        boolean blocksOthers,
        Optional<Duration> within,
        List<String> notes)
        implements Rendering {
    @Override
    public List<RenderedText> texts() {
        return List.of(new RenderedText("instructions.md", "markdown", instructions));
    }
}
