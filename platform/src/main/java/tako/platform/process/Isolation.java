package tako.platform.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What holds a command's processes together, so that they can be ended together.
 *
 * @param kind the mechanism
 * @param sentence what was found, for the log of the server
 */
public record Isolation(Kind kind, String sentence) {
    private static final int PROBE_SECONDS = 5;

    /** The mechanisms, the best first. */
    public enum Kind {
        /** A PID namespace made with the server's own rights: nothing escapes. */
        PID_NAMESPACE,
        /** A PID namespace inside a user namespace: nothing escapes, and nothing can change its user (no sudo). */
        PID_NAMESPACE_OF_USER,
        /** A process group, and a search for processes that carry the execution's mark. */
        PROCESS_GROUP;

        /** The words that start a program under this mechanism. */
        List<String> launcher() {
            return switch (this) {
                case PID_NAMESPACE -> List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");
                case PID_NAMESPACE_OF_USER ->
                    List.of(
                            "unshare",
                            "--user",
                            "--map-current-user",
                            "--pid",
                            "--fork",
                            "--kill-child",
                            "--mount-proc");
                case PROCESS_GROUP -> List.of();
            };
        }

        /** Whether the end of the first process ends all others, by the kernel. */
        boolean endsAsOne() {
            return this != PROCESS_GROUP;
        }

        private String sentence() {
            return switch (this) {
                case PID_NAMESPACE -> "Scripts run in PID namespaces: whatever they start ends with them.";
                case PID_NAMESPACE_OF_USER ->
                    "Scripts run in PID namespaces of this user: whatever they start ends with them, and sudo does not work in them.";
                case PROCESS_GROUP ->
                    "Scripts run in process groups, because this machine allows no PID namespaces (or unshare of util-linux 2.35 or newer is missing): "
                            + "a daemon that leaves its group, its folder and its environment may outlive its script.";
            };
        }
    }

    /** Tries the mechanisms on this machine, the best first. Takes a few milliseconds. */
    public static Isolation probe() {
        for (var kind : List.of(Kind.PID_NAMESPACE, Kind.PID_NAMESPACE_OF_USER)) {
            if (works(kind)) {
                return of(kind);
            }
        }
        return of(Kind.PROCESS_GROUP);
    }

    /** A mechanism by choice, for instance process groups where scripts need sudo. */
    public static Isolation of(Kind kind) {
        return new Isolation(kind, kind.sentence());
    }

    /** Whether this machine allows a mechanism. */
    static boolean works(Kind kind) {
        if (!kind.endsAsOne()) {
            return true;
        }
        if (Programs.ofThisProcess().find("unshare", Path.of("/")).isEmpty()) {
            return false;
        }
        var words = new ArrayList<>(kind.launcher());
        words.addAll(List.of("bash", "-p", "-c", "[[ $$ == 1 && -e /proc/1/stat ]]"));
        return succeeds(new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    private static boolean succeeds(ProcessBuilder attempt) {
        try {
            var process = attempt.start();
            if (process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
