package tako.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Homes of servers under the build's folder, where their logs stay to be read after a failure. */
public final class FreshHome {
    private FreshHome() {}

    /** The path of a home that is not there yet, in a folder of its own. */
    public static Path named(String name) {
        try {
            var parent = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            return Files.createTempDirectory(parent, name + "-").resolve("home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
