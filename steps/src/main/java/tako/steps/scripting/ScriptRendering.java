package tako.steps.scripting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tako.octostache.Variables;
import tako.server.delivery.step.Rendering;

/**
 * A script, ready to run.
 *
 * @param body with its expressions replaced, secrets in clear
 * @param shown the same with the secrets masked
 * @param variables what the script may ask for
 * @param limit how long it may run
 * @param failOnErrorOutput whether a line on the error stream fails it
 * @param notes what was noticed while rendering, for the log
 */
public record ScriptRendering(
        ScriptLanguage language,
        String body,
        String shown,
        Variables variables,
        Optional<Duration> limit,
        boolean failOnErrorOutput,
        List<String> notes)
        implements Rendering {

    @Override
    public List<RenderedText> texts() {
        return List.of(new RenderedText(language.file(), language.highlighting(), shown));
    }

    /** Without the body, which may hold secrets. */
    @Override
    public String toString() {
        return "ScriptRendering[" + language.wireName() + "]";
    }
}
