package tako.app.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The test classes of a checkout by the rules that they say they hold. */
final class TaggedTests {
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"rule:([^\"]+)\"\\)");

    private TaggedTests() {}

    /** The simple names of the classes by key, of every module. */
    static Map<String, Set<String>> of(Path checkout) {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Path source : sources(checkout)) {
            String test = source.getFileName().toString().replace(".java", "");
            TAG.matcher(read(source))
                    .results()
                    .forEach(tag -> tests.computeIfAbsent(tag.group(1), added -> new TreeSet<>())
                            .add(test));
        }
        return tests;
    }

    private static List<Path> sources(Path checkout) {
        try (Stream<Path> modules = Files.list(checkout)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(TaggedTests::walk)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
