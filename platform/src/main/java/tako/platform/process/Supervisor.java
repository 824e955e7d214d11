package tako.platform.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The process between the server and a command. It leads a session of its own and listens, on standard input, to the
 * server's beat: when that falls silent or ends, everything dies, whatever happened to the server (kill -9, SIGSTOP, a
 * long pause). The command itself gets an empty standard input, and its words from a file: so they need no encoding that
 * the server's locale may lack.
 */
final class Supervisor {
    /**
     * Arguments: the bound of silence in seconds, then the words that start the first process. The watcher is in a
     * process group of its own (set -m), so that a script's {@code kill 0} cannot hit it. Its sweep finds what left the
     * group by its mark or (having no terminal) its folder; in a PID namespace the kernel has ended everything before and it finds nothing.
     */
    private static final String SUPERVISE = """
            exec 3<&0 4>&2 </dev/null 2>/dev/null
            silence=$1
            shift
            belongs() {
              local entry stat fields
              while IFS= read -r -d '' entry; do
                [[ $entry == "TAKO_RUN=$TAKO_RUN" ]] && return 0
              done <"$1/environ"
              IFS= read -r stat <"$1/stat"
              fields=(${stat##*) })
              [[ $1/cwd -ef . && ${fields[4]} == 0 ]]
            }
            sweep() {
              local found=1 process
              while ((found)); do
                found=0
                for process in /proc/[0-9]*; do
                  [[ $process == "/proc/$BASHPID" ]] && continue
                  belongs "$process" && kill -KILL "${process#/proc/}" && found=1
                done
              done
            }
            watch() {
              trap '' HUP INT QUIT TERM
              while IFS= read -r -t "$silence" -u 3 _; do :; done
              kill -KILL -- "-$$"
              sweep
            }
            set -m
            watch >/dev/null 4>&- &
            set +m
            exec 3<&-
            trap : HUP INT QUIT TERM
            "$@" 2>&4 4>&-
            code=$?
            kill -KILL "$!"
            exit "$code"
            """;

    /**
     * The parent of the command; process 1 where there is a namespace. It handles the polite signals, so that they
     * reach the command without ending its parent first. Arguments: words to put before the command's own.
     */
    private static final String FIRST = """
            exec 4>&2 2>/dev/null
            trap : HUP INT QUIT TERM
            mapfile -d '' -t words <"$TAKO_RUN/argv"
            "$@" "${words[@]}" 2>&4 4>&-
            exit "$?"
            """;

    private Supervisor() {}

    /** The programs it needs besides those of the isolation. */
    static List<String> programs() {
        return List.of("bash", "setsid");
    }

    /** The words that start a command whose own words are in the file {@code argv} of its run folder. */
    static List<String> words(Isolation.Kind isolation, Duration silence) {
        var words = new ArrayList<>(List.of("setsid", "bash", "-p", "-c", SUPERVISE, "tako-supervisor"));
        words.add("%d.%03d".formatted(silence.toSeconds(), silence.toMillisPart()));
        words.addAll(isolation.launcher());
        words.addAll(List.of("bash", "-p", "-c", FIRST, "tako-first"));
        if (isolation.endsAsOne()) {
            words.add("setsid");
        }
        return words;
    }
}
