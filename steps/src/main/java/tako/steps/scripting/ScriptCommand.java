package tako.steps.scripting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tako.platform.process.Command;

/** Makes the command of a script: the script, our bootstrap and the variables are files; the command line holds no value. */
final class ScriptCommand {
    private static final String FOLDER = ".tako/";

    private ScriptCommand() {}

    /**
     * The command.
     *
     * @param bootstrap the resource's name, see {@link ScriptLanguage#bootstrap}
     * @param surroundings variables of the process besides those that every command gets
     */
    static Command of(ScriptRendering script, String bootstrap, Map<String, String> surroundings) {
        var language = script.language();
        var environment = new HashMap<>(surroundings);
        if (language == ScriptLanguage.PYTHON) {
            environment.put("PYTHONUNBUFFERED", "1");
            environment.put("PYTHONUTF8", "1");
        }
        return new Command(
                Map.of(
                        language.file(),
                        script.body(),
                        FOLDER + bootstrap,
                        resource(bootstrap),
                        FOLDER + "variables",
                        VariableFile.text(script.variables())),
                List.of(language.program(), FOLDER + bootstrap),
                environment,
                script.limit());
    }

    private static String resource(String name) {
        try (var stream = ScriptCommand.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its own file " + name + ".");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
