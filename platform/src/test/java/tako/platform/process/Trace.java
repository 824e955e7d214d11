package tako.platform.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A word that only one test's processes have among their arguments, so that they can be counted from outside. It is a
 * number, so that {@code sleep} takes it.
 */
record Trace(String word) {
    private static final AtomicInteger NEXT = new AtomicInteger();

    static Trace fresh() {
        return new Trace("%d.%05d".formatted(70_000 + ProcessHandle.current().pid(), NEXT.incrementAndGet()));
    }

    /** Processes that have the word as an argument. */
    List<String> processes() throws IOException {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
                    .map(Trace::commandLine)
                    .filter(line -> List.of(line.split("\0")).contains(word))
                    .toList();
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"), ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** A script that ignores SIGTERM, starts five children that are hard to end, says "ready" and waits. */
    String stubbornScript() {
        return """
                trap '' TERM HUP
                sleep %1$s &
                ( sleep %1$s & ) &
                setsid sleep %1$s &
                nohup sleep %1$s >/dev/null 2>&1 &
                ( env -i /usr/bin/setsid /bin/sleep %1$s & ) &
                until (( $(grep -lzxF -- %1$s /proc/[0-9]*/cmdline 2>/dev/null | wc -l) >= 5 )); do :; done
                echo ready
                while :; do sleep %1$s; done
                """.formatted(word);
    }
}
