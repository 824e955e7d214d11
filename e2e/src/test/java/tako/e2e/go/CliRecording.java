package tako.e2e.go;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tako.e2e.transcript.RecordedCall;
import tako.e2e.transcript.Recording;

/** What the command line client was recorded asking for, in a form in which calls of another run can be compared. */
final class CliRecording {
    /** The project in the recording. */
    static final String PROJECT = "P1";

    private static final Pattern ID = Pattern.compile("\\b[A-Z][A-Za-z]+-\\d+\\b");

    private CliRecording() {}

    /** The calls of a flow. The recordings hold several runs of some commands; the plainest stands first. */
    static List<String> of(String flow) {
        var calls = Recording.calls("octopus-cli-1");
        var section = calls.stream()
                .map(RecordedCall::section)
                .filter(title -> title.startsWith("octopus " + flow))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No recording of " + flow));
        return comparable(calls.stream()
                .filter(call -> call.section().equals(section))
                .map(call -> call.method() + " " + path(call) + " -> " + status(call))
                .toList());
    }

    /** Ids as one word, since they differ; and what is asked again and again once, since waiting takes as long as it takes. */
    static List<String> comparable(List<String> calls) {
        var lines =
                calls.stream().map(call -> ID.matcher(call).replaceAll("ID")).toList();
        return Stream.iterate(0, index -> index < lines.size(), index -> index + 1)
                .filter(index -> index == 0 || !lines.get(index).equals(lines.get(index - 1)))
                .map(lines::get)
                .toList();
    }

    /** The root of a space has a link to its tasks, as Octopus's has; that of the recording's stub had none. */
    private static String path(RecordedCall call) {
        return call.path().replace("/api/tasks?", "/api/Spaces-1/tasks?");
    }

    /** The recording stub answered 200 where a server creates a release. */
    private static int status(RecordedCall call) {
        return call.path().endsWith("/releases/create/v1") ? 201 : call.status();
    }
}
