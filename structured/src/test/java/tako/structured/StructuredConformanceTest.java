package tako.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every recorded case, or those of the file named by {@code -Dstructured.cases}. Cases marked as faults of Octopus Deploy are counted apart:
 * they may differ.
 */
class StructuredConformanceTest {
    private static final String FILE_PROPERTY = "structured.cases";

    @Test
    void every_case_gives_what_Octopus_Deploy_gives() throws IOException {
        List<StructuredCase> cases = lines().stream()
                .filter(line -> !line.isBlank())
                .map(StructuredCase::parse)
                .toList();
        List<StructuredCase> rules =
                cases.stream().filter(each -> !each.quirk()).toList();
        List<StructuredCase> quirks =
                cases.stream().filter(StructuredCase::quirk).toList();

        List<String> wrong = differing(rules);
        differing(quirks).forEach(System.out::println);
        wrong.forEach(System.out::println);
        System.out.println((rules.size() - wrong.size()) + " of " + rules.size() + " cases");
        System.out.println((quirks.size() - differing(quirks).size()) + " of " + quirks.size() + " quirks");

        assertThat(cases).as("cases").isNotEmpty();
        assertThat(wrong).as("cases that differ").isEmpty();
    }

    private static List<String> differing(List<StructuredCase> cases) {
        return cases.stream()
                .filter(each -> !each.differences().isEmpty())
                .map(each -> each.name() + (each.quirk() ? " (quirk)" : "") + "\n    "
                        + String.join("\n    ", each.differences()))
                .toList();
    }

    private static List<String> lines() throws IOException {
        String file = System.getProperty(FILE_PROPERTY, "");
        if (!file.isEmpty()) {
            return Files.readAllLines(Path.of(file));
        }
        try (InputStream stream = Objects.requireNonNull(
                StructuredConformanceTest.class.getResourceAsStream("/cases/structured-variables.jsonl"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
