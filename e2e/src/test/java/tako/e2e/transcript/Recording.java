package tako.e2e.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a recording: a line {@code ##### command} begins a section, a line with {@code METHOD path -> status} is a call, perhaps with its
 * body behind it, and every other line is what the command printed.
 */
public final class Recording {
    private static final String SECTION = "##### ";
    private static final Pattern CALL =
            Pattern.compile("(GET|POST|PUT|DELETE) (/\\S+) -> (\\d{3})(?: auth=key)?(?: (\\S.*))?$");

    private Recording() {}

    /** The calls of a recording, in order. */
    public static List<RecordedCall> calls(String recording) {
        var calls = new ArrayList<RecordedCall>();
        var section = "";
        int line = 0;
        for (String text : text(recording).lines().toList()) {
            line++;
            if (text.startsWith(SECTION)) {
                section = text.substring(SECTION.length());
            }
            var call = CALL.matcher(text.stripTrailing());
            if (call.find()) {
                calls.add(new RecordedCall(
                        recording,
                        line,
                        section,
                        call.group(1),
                        call.group(2),
                        Integer.parseInt(call.group(3)),
                        Optional.ofNullable(call.group(4))));
            }
        }
        return calls;
    }

    private static String text(String recording) {
        try (var stream = Recording.class.getResourceAsStream("/transcripts/" + recording + ".txt")) {
            if (stream == null) {
                throw new IllegalArgumentException("There is no recording " + recording);
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
