package tako.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of a server and of the scripts it started: those whose arguments or environment name its home. */
record ProcessesOf(Path home) {
    /** What runs now, as {@code PID command line}; empty for nothing. */
    List<String> running() {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
                    .filter(this::belongs)
                    .map(entry ->
                            entry.getFileName() + " " + read(entry, "cmdline").replace('\0', ' '))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("This test needs /proc.", e);
        }
    }

    private boolean belongs(Path process) {
        var word = new String(home.toString().getBytes(UTF_8), ISO_8859_1);
        return read(process, "cmdline").contains(word)
                || read(process, "environ").contains(word);
    }

    private static String read(Path process, String file) {
        try {
            return Files.readString(process.resolve(file), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
