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
import org.junit.jupiter.api.Test;

/**
 * Every recorded case, or those of the file named by {@code -Doctostache.cases}. */
class ConformanceTest {
    private static final String FILE_PROPERTY = "octostache.cases";

    @Test
    void every_case_gives_what_Octopus_Deploy_gives() throws IOException {
        String file = System.getProperty(FILE_PROPERTY, "");
        List<String> lines = file.isEmpty() ? recorded() : Files.readAllLines(Path.of(file));
        List<ConformanceCase> cases = lines.stream()
                .filter(line -> !line.isBlank())
                .map(ConformanceCase::parse)
                .toList();

        var wrong = new ArrayList<String>();
        for (ConformanceCase each : cases) {
            List<String> differences = each.differences();
            if (!differences.isEmpty()) {
                wrong.add(each.name() + " " + each.template() + "\n    " + String.join("\n    ", differences));
            }
        }
        report(wrong, cases.size());

        assertThat(cases).as("cases").isNotEmpty();
        assertThat(wrong).as("cases that differ").isEmpty();
    }

    private static void report(List<String> wrong, int count) {
        wrong.forEach(System.out::println);
        System.out.println((count - wrong.size()) + " of " + count + " cases");
    }

    private static List<String> recorded() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("/cases/octostache.jsonl"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
