package tako.steps.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Hostile texts: however large or strange, the answer is a sentence, and soon. */
@Timeout(60)
class ManifestBoundsTest {
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private static String problem(String text) {
        return switch (new ManifestParsing().objects(text, "dev")) {
            case Parsed.Value<List<ObjectNode>> _ -> "none";
            case Parsed.Refused<List<ObjectNode>>(var problems) -> problems.getFirst();
        };
    }

    @Test
    void a_text_that_is_too_long() {
        assertThat(problem("#" + "x".repeat(3_000_000)))
                .isEqualTo(
                        "Document 1, line 1, column 1: the text has 3000001 characters, and at most 3000000 are taken."
                                + " Split it.");
        assertThat(problem("#" + "x".repeat(2_900_000) + "\n" + MAP)).isEqualTo("none");
    }

    @Test
    void too_many_documents() {
        assertThat(problem("---\n".repeat(2_000))).contains("Document 1001").contains("more than 1000 documents");
        assertThat(problem("kind: List\nitems:\n" + "- {apiVersion: v1, kind: A, metadata: {name: a}}\n".repeat(1_001)))
                .contains("holds 1001 objects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "{a: ["})
    void values_that_are_too_deep(String opening) {
        assertThat(problem(MAP + "x: \n  " + opening.repeat(100_000))).contains("more than 100 deep");
    }

    @Test
    void aliases_that_double() {
        String laughs = IntStream.range(1, 40)
                .mapToObj(level ->
                        "l" + level + ": &l" + level + " [" + "*l" + (level - 1) + ", *l" + (level - 1) + "]\n")
                .collect(Collectors.joining());

        assertThat(problem(MAP + "l0: &l0 ha\n" + laughs))
                .contains("more than 300000 values, with its aliases replaced");
    }

    @Test
    void aliases_of_a_long_text() {
        assertThat(problem(MAP + "a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a, ".repeat(900) + "]"))
                .contains("more than 6000000 characters, with its aliases replaced");
    }

    @Test
    void aliases_that_deepen() {
        String deepening = IntStream.range(1, 60)
                .mapToObj(level -> "l" + level + ": &l" + level + " [[*l" + (level - 1) + "]]\n")
                .collect(Collectors.joining());

        assertThat(problem(MAP + "l0: &l0 []\n" + deepening)).contains("more than 100 deep");
    }

    @Test
    void too_many_aliases() {
        assertThat(problem(MAP + "a: &a b\nc: [" + "*a, ".repeat(1_001) + "]")).contains("more than 1000 aliases");
    }

    @Test
    void merges_that_double() {
        String laughs = IntStream.range(1, 40)
                .mapToObj(level ->
                        "l%d: &l%d {<<: *l%d, a%d: *l%d}\n".formatted(level, level, level - 1, level, level - 1))
                .collect(Collectors.joining());

        assertThat(problem(MAP + "l0: &l0 {x: y}\n" + laughs)).contains("with its aliases replaced");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void any_text_is_objects_or_a_sentence(int seed) {
        var random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            String text = random.nextBoolean() ? HostileText.scribbled(random) : HostileText.assembled(random);
            assertThat(problem(text)).as(text).isNotBlank();
            var _ = new ManifestParsing().mapping(text);
        }
    }
}
