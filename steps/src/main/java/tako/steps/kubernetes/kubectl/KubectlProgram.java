package tako.steps.kubernetes.kubectl;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Whether this server has kubectl.
 *
 * @param searchPath the folders in which programs are looked for, as the variable PATH has them
 */
public record KubectlProgram(String searchPath) {
    /** Looks now: it may be installed while the server runs. */
    public boolean isThere() {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }
}
