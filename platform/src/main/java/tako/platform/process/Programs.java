package tako.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Programs as a shell finds them.
 *
 * @param path the search path, as in {@code PATH}
 */
record Programs(String path) {
    private static final String STANDARD_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /** The programs that this process finds. */
    static Programs ofThisProcess() {
        return new Programs(Optional.ofNullable(System.getenv("PATH"))
                .filter(path -> !path.isBlank())
                .orElse(STANDARD_PATH));
    }

    /** Where a program is; a name with a slash is a path from the folder given. */
    Optional<Path> find(String name, Path folder) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.contains("/")) {
            return Optional.of(folder.resolve(name)).filter(Programs::isProgram);
        }
        return Arrays.stream(path.split(":"))
                .map(directory -> folder.resolve(directory).resolve(name))
                .filter(Programs::isProgram)
                .findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
