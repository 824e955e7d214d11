package tako.octostache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Every recorded case, or those of the file named by {@code -Doctostache.cases}. Cases whose features are still to come stand in {@code
 * not-yet.txt}; one that holds must be taken off that list, so it only shrinks.
 */
class ConformanceTest {
    private static final String FILE_PROPERTY = "octostache.cases";

    @Test
    void every_case_gives_what_Octopus_Deploy_gives() throws IOException {
        String file = System.getProperty(FILE_PROPERTY, "");
        Set<String> notYet = file.isEmpty() ? Set.copyOf(resource("not-yet.txt")) : Set.of();
        List<String> lines = file.isEmpty() ? resource("octostache.jsonl") : Files.readAllLines(Path.of(file));
        List<ConformanceCase> cases = lines.stream()
                .filter(line -> !line.isBlank())
                .map(ConformanceCase::parse)
                .toList();

        var wrong = new ArrayList<String>();
        int held = 0;
        for (ConformanceCase each : cases) {
            List<String> differences = each.differences();
            held += differences.isEmpty() ? 1 : 0;
            if (differences.isEmpty() && notYet.contains(each.name())) {
                wrong.add(each.name() + " holds now: remove it from not-yet.txt");
            } else if (!differences.isEmpty() && !notYet.contains(each.name())) {
                wrong.add(each.name() + " " + each.template() + "\n    " + String.join("\n    ", differences));
            }
        }
        report(wrong, held, cases.size());

        assertThat(cases).as("cases").isNotEmpty();
        assertThat(cases)
                .extracting(ConformanceCase::name)
                .as("names in not-yet.txt")
                .containsAll(notYet);
        assertThat(wrong).as("cases that differ").isEmpty();
    }

    private static void report(List<String> wrong, int held, int count) {
        wrong.forEach(System.out::println);
        System.out.println(held + " of " + count + " cases");
    }

    private static List<String> resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("/cases/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
