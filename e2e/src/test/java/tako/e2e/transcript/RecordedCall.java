package tako.e2e.transcript;

import java.util.Optional;

/**
 * A call of a recording.
 *
 * @param recording the file's name without its ending
 * @param line where it stands in the file, from 1
 * @param section the command that made it, "" where the recording has no sections
 * @param path with its query
 * @param status what the stub that recorded it answered
 */
public record RecordedCall(
        String recording, int line, String section, String method, String path, int status, Optional<String> body) {
    /** Where it stands and what it is. */
    String name() {
        return recording + ":" + line + " " + method + " " + path;
    }

    /** The call on one line, as it was sent. */
    String text() {
        return method + " " + path + body.map(text -> " " + text).orElse("");
    }
}
