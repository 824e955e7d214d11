package tako.e2e.go;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tako.e2e.go.GoProgram.Ended;

/**
 * One of the module's tests, run.
 *
 * @param cause why it did not pass, without ids and random names, so that tests that fail alike have the same; "" when it passed
 */
record GoTest(String name, String cause) {
    private static final Pattern PANIC = Pattern.compile("(?m)^panic: (.*?)(?: \\[recovered.*)?$");
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^.*?(Octopus API error: .*|unexpected end of JSON input|json: .*)$");
    private static final Pattern ASSERTION = Pattern.compile("(?m)^\\s*Error:\\s+(.*(?:\\n\\s+\\t\\s+\\S.*)?)$");
    private static final Pattern FAILURE = Pattern.compile("(?m)^\\s+\\S+_test\\.go:\\d+: (.*)$");
    private static final Pattern RANDOM = Pattern.compile(
            "(?i)\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b|0x[0-9a-f]+|(?<=[A-Za-z]-)\\d+\\b|http://127\\.0\\.0\\.1:\\d+");
    private static final int LONGEST = 240;

    /**
     * What a run of a test says of it.
     *
     * @param absent the requests it made that the server has no route for
     */
    static GoTest of(String name, Ended ended, List<String> absent) {
        if (!ended.inTime()) {
            return new GoTest(name, "took too long");
        }
        if (ended.output().contains("--- SKIP: " + name + " ")) {
            return new GoTest(name, "skips itself");
        }
        boolean passed = ended.code() == 0 && ended.output().contains("--- PASS: " + name + " ");
        return new GoTest(name, passed ? "" : cause(ended.output(), absent));
    }

    boolean passed() {
        return cause.isEmpty();
    }

    private static String cause(String output, List<String> absent) {
        var found = absent.stream()
                .findFirst()
                .map(request -> "no route for " + request)
                .or(() -> first(PANIC, output).map(text -> "panic: " + text))
                .or(() -> first(ANSWER, output))
                .or(() -> first(ASSERTION, output))
                .or(() -> first(FAILURE, output))
                .orElse("no reason given");
        var plain =
                RANDOM.matcher(found).replaceAll("N").replaceAll("\\s+", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + " ..." : plain;
    }

    private static Optional<String> first(Pattern pattern, String output) {
        return pattern.matcher(output)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst();
    }
}
