package tako.e2e.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which members clients read from the answers to certain calls.
 *
 * @param calls matches method and path
 */
record ClientReads(Pattern calls, List<MemberPath> members) {
    /** All that is known, one call a line of {@code reads.txt}: a pattern, a tab, members between blanks. */
    static List<ClientReads> all() {
        try (var stream = ClientReads.class.getResourceAsStream("/transcripts/reads.txt")) {
            if (stream == null) {
                throw new IllegalStateException("reads.txt is missing");
            }
            return new String(stream.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ClientReads::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientReads of(String line) {
        var columns = line.split("\t+", 2);
        var members = Arrays.stream(columns[1].strip().split(" +"))
                .map(MemberPath::new)
                .toList();
        return new ClientReads(Pattern.compile(columns[0].strip()), members);
    }

    boolean covers(RecordedCall call) {
        return calls.matcher(call.method() + " " + call.path()).find();
    }
}
