package tako.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists the migrations of a classpath folder without loading Flyway: that costs half a second, this a millisecond. */
final class MigrationFiles {
    private static final Pattern NAME = Pattern.compile("V0*([0-9]+)__[a-z0-9_]+\\.sql");

    private MigrationFiles() {}

    /** The versions of the migrations in these folders; a folder that does not exist has none. */
    static SortedSet<Integer> versions(List<String> folders) {
        SortedSet<Integer> versions = new TreeSet<>();
        folders.stream()
                .flatMap(MigrationFiles::names)
                .map(MigrationFiles::version)
                .forEach(version -> {
                    if (!versions.add(version)) {
                        throw new IllegalStateException("Two migrations have version " + version);
                    }
                });
        return versions;
    }

    private static int version(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not a name of a migration: " + name);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Stream<String> names(String folder) {
        URL url = MigrationFiles.class.getClassLoader().getResource(folder);
        if (url == null) {
            return Stream.empty();
        }
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? namesInJar(jar, folder + "/")
                    : namesInFolder(Path.of(URI.create(url.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> namesInJar(JarURLConnection jar, String prefix) throws IOException {
        return jar.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(prefix) && name.length() > prefix.length())
                .map(name -> name.substring(prefix.length()))
                .toList()
                .stream();
    }

    private static Stream<String> namesInFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
