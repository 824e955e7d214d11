package tako.steps.scripting;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import tako.server.delivery.step.RunContext;

/**
 * Keeps the files that a script announced, once it has ended.
 *
 * @param workingFolder where relative paths start
 */
record ScriptArtifacts(Path workingFolder, RunContext context) {
    /** Keeps a file; one that is not there is a warning in the log. */
    void keep(ServiceMessage.CreateArtifact artifact) {
        var file = file(artifact.path());
        if (file.isEmpty()) {
            context.log()
                    .warning("The artifact \"" + artifact.path()
                            + "\" was not kept: when the script had ended, no such file was there.");
            return;
        }
        context.addArtifact(file.get(), name(artifact, file.get()));
    }

    private Optional<Path> file(String path) {
        try {
            return Optional.of(workingFolder.resolve(path)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String name(ServiceMessage.CreateArtifact artifact, Path file) {
        return artifact.name().isBlank() ? String.valueOf(file.getFileName()) : artifact.name();
    }
}
