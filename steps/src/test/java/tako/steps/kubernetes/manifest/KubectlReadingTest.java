package tako.steps.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tako.testbed.TestCluster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values without quotes mean to us what they mean to the real kubectl, which reads a file here without asking any cluster. */
@Tag("cluster")
class KubectlReadingTest {
    private static final List<String> WORDS = List.of(
            "y",
            "Y",
            "yes",
            "Yes",
            "YES",
            "yEs",
            "on",
            "On",
            "ON",
            "n",
            "N",
            "no",
            "No",
            "NO",
            "off",
            "Off",
            "OFF",
            "true",
            "True",
            "TRUE",
            "tRue",
            "false",
            "False",
            "FALSE",
            "~",
            "null",
            "Null",
            "NULL",
            "nULL",
            "0",
            "00",
            "-0",
            "+0",
            "0644",
            "0888",
            "08",
            "0o17",
            "0O17",
            "0x1F",
            "0X1f",
            "0xg",
            "-0x1",
            "0b11",
            "0B11",
            "-0b11",
            "+0b1",
            "0b2",
            "1_000",
            "1__0",
            "_1",
            "1_",
            "-1_0",
            "+1",
            "1.",
            ".5",
            "-.5",
            "+.5",
            "1.5",
            "01.5",
            "1e3",
            "1E3",
            "1e+3",
            "1e-3",
            "12e03",
            ".5e1",
            "1.e2",
            "e1",
            "1e",
            "1e999",
            "-1e999",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "18446744073709551615",
            "18446744073709551616",
            "0777777777777777777777777",
            "1.2.3",
            "1:20",
            "190:20:30",
            "2001-01-01",
            "2001-12-14t21:59:43.10-05:00",
            "2001-1-1",
            "0.1",
            "1.10",
            "1e1_0",
            "0x_1",
            "0_7",
            "0o8",
            "+",
            "-",
            ".",
            "..",
            "1-2",
            "1,000",
            "0x1p-2",
            "infinity",
            "nan",
            "=",
            "1e16",
            "123456789012345678901234567890");

    @TempDir
    Path folder = Path.of("");

    @Test
    void reads_words_and_numbers_as_kubectl_does() throws IOException {
        compare(Stream.concat(WORDS.stream(), random().limit(600)).toList());
    }

    private static Stream<String> random() {
        var random = new Random(7);
        return Stream.generate(() -> IntStream.rangeClosed(0, random.nextInt(6))
                        .mapToObj(_ -> String.valueOf("0123456789+-._eExXbBoOyYnN".charAt(random.nextInt(26))))
                        .collect(Collectors.joining()))
                // A document's end, and a list's element, are other things than values.
                .filter(text -> !text.startsWith("---") && !text.startsWith("..."));
    }

    private void compare(List<String> words) throws IOException {
        String yaml = "apiVersion: example.org/v1\nkind: Sample\nmetadata: {name: a}\nvalues:\n"
                + words.stream().map(word -> "- " + word + "\n").collect(Collectors.joining());
        JsonNode theirs = kubectl(yaml).path("values");
        JsonNode ours = ours(yaml).path("values");

        for (int index = 0; index < words.size(); index++) {
            assertThat(comparable(ours.get(index))).as(words.get(index)).isEqualTo(comparable(theirs.get(index)));
        }
    }

    /** Numbers by their size, however they are written. */
    private static String comparable(JsonNode value) {
        return value.isNumber()
                ? "number "
                        + (value.isIntegralNumber() && value.asString().length() < 19
                                ? value.asString()
                                : value.asDouble())
                : value.toString();
    }

    private static ObjectNode ours(String yaml) {
        return switch (new ManifestParsing().objects(yaml, "dev")) {
            case Parsed.Value<List<ObjectNode>>(var objects) -> objects.getFirst();
            case Parsed.Refused<List<ObjectNode>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private JsonNode kubectl(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("sample.yaml"), yaml);
        return JsonMapper.shared()
                .readTree(TestCluster.join().kubectl("label", "--local", "-f", file.toString(), "-o", "json", "a=b"));
    }
}
