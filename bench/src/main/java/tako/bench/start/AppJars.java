package tako.bench.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built program: jars only, because the JDK's cache serves no folders of classes.
 *
 * @param jars in the order of the class path
 */
public record AppJars(List<Path> jars) {
    /**
     * The program in its module's build folder.
     *
     * @throws IOException saying how to build it where it is missing
     */
    public static AppJars in(Path target) throws IOException {
        List<Path> jars = new ArrayList<>(jars(target.resolve("lib"), ""));
        List<Path> own = jars(target, "app-");
        if (jars.isEmpty() || own.isEmpty()) {
            throw new IOException("The program is not built in " + target + "; run ./tako build first.");
        }
        jars.addAll(own);
        return new AppJars(List.copyOf(jars));
    }

    private static List<Path> jars(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    String classPath() {
        return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
