package tako.e2e.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that a server shows or keeps, by where: every file of its home (the database, logs, blobs, what work left behind), its own
 * output, every answer of the API that links lead to, and the stream of notices. Whoever adds a sink that none of these covers adds it here.
 *
 * @param texts by name
 */
record Sinks(Map<String, String> texts) {
    /**
     * Collects them.
     *
     * @param home of the server; it may run
     * @param output what it printed
     * @param answers by address, and whatever else is kept, by where
     * @param notices as they came
     */
    static Sinks of(Path home, String output, Map<String, String> answers, String notices) {
        Map<String, String> texts = new LinkedHashMap<>();
        files(home).forEach(file -> texts.put("file " + home.relativize(file), read(file)));
        texts.put("the server's output", output);
        texts.putAll(answers);
        texts.put("notices", notices);
        return new Sinks(texts);
    }

    private static List<Path> files(Path home) {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of databases are no text: as UTF-8 where they are, and byte for byte. */
    private static String read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new String(bytes, UTF_8) + new String(bytes, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many of them have a text. */
    long having(String part) {
        return texts.values().stream().filter(text -> text.contains(part)).count();
    }

    /** Whether a sink whose name begins so has a text. */
    boolean has(String name, String part) {
        return texts.entrySet().stream()
                .anyMatch(sink ->
                        sink.getKey().startsWith(name) && sink.getValue().contains(part));
    }
}
