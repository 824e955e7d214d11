package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tako.e2e.Setup.ScriptedStep;

/** Effects counted outside the server: a file to which scripts append lines {@code TASK STEP NUMBER EXECUTION}. */
record AppendedLines(Path file) {
    static final int LINES = 12;

    /** A line. */
    record Line(String task, String step, int number, String execution) {}

    /** A step whose script appends its lines, one every 30 ms, and says in the log which execution it is. */
    ScriptedStep step(String name) {
        return new ScriptedStep(name, "", """
                execution=$(od -An -N8 -tx8 /dev/urandom | tr -d ' ')
                echo "execution $execution"
                for ((i = 1; i <= %d; i++)); do
                  echo "$(get_octopusvariable Octopus.Task.Id) %s $i $execution" >>'%s'
                  sleep 0.03
                done
                """.formatted(LINES, name, file));
    }

    /** What was appended, by task. */
    Map<String, List<Line>> byTask() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(AppendedLines::line)
                            .collect(Collectors.groupingBy(Line::task, TreeMap::new, Collectors.toList()))
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        var words = text.split(" ");
        return new Line(words[0], words[1], Integer.parseInt(words[2]), words[3]);
    }

    /** Each line of each step is there exactly once, in order. */
    static void assertWhole(List<Line> lines, List<String> steps) {
        var expected = steps.stream()
                .flatMap(step -> IntStream.rangeClosed(1, LINES).mapToObj(number -> step + " " + number))
                .toList();
        assertThat(lines).extracting(line -> line.step() + " " + line.number()).isEqualTo(expected);
    }
}
