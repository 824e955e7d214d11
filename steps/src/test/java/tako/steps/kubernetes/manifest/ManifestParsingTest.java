package tako.steps.kubernetes.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ManifestParsingTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ManifestParsing PARSING = new ManifestParsing();
    private static final String MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private static List<ObjectNode> objects(String text) {
        return switch (PARSING.objects(text, "dev")) {
            case Parsed.Value<List<ObjectNode>>(var objects) -> objects;
            case Parsed.Refused<List<ObjectNode>>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String text) {
        return switch (PARSING.objects(text, "dev")) {
            case Parsed.Value<List<ObjectNode>>(var objects) -> throw new AssertionError(objects.toString());
            case Parsed.Refused<List<ObjectNode>>(var problems) -> problems;
        };
    }

    private static List<String> names(String text) {
        return objects(text).stream()
                .map(object -> object.path("metadata").path("name").asString())
                .toList();
    }

    private static String object(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n";
    }

    @Test
    void reads_all_documents_in_order_and_skips_empty_ones() {
        assertThat(names("# first\n---\n" + object("b") + "---\n---\n# nothing\n---\n" + object("a") + "...\n---\n"))
                .containsExactly("b", "a");
    }

    @Test
    void takes_lists_apart_whatever_their_depth() {
        assertThat(names("""
                        apiVersion: v1
                        kind: List
                        items:
                        - {apiVersion: v1, kind: Secret, metadata: {name: a}}
                        - apiVersion: v1
                          kind: List
                          items:
                          - {apiVersion: v1, kind: Secret, metadata: {name: b}}
                        ---
                        apiVersion: v1
                        kind: ConfigMapList
                        items:
                        - metadata: {name: c}
                        """)).containsExactly("a", "b", "c");
        assertThat(objects("{apiVersion: v1, kind: ConfigMapList, items: [{metadata: {name: c}}]}"))
                .first()
                .hasToString("{\"metadata\":{\"name\":\"c\"},\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\"}");
    }

    @Test
    void reads_json_however_it_is_laid_out() {
        assertThat(names(
                        "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"A\\/B\\ud83d\\ude00\",\n\t\"metadata\": {\"name\": \"x\"}}"
                                .replace("A\\/B\\ud83d\\ude00", "ConfigMap")))
                .containsExactly("x");
    }

    @Test
    void copies_what_aliases_and_merges_stand_for() {
        var copied = objects(MAP + """
                base: &base {cpu: 1, memory: 2}
                one: *base
                two: {<<: *base, cpu: 3}
                three: {<<: [{a: 1}, {a: 2, b: 3}], c: 4}
                """).getFirst();

        assertThat(copied.path("one")).hasToString("{\"cpu\":1,\"memory\":2}").isNotSameAs(copied.path("base"));
        assertThat(copied.path("two")).hasToString("{\"cpu\":3,\"memory\":2}");
        assertThat(copied.path("three")).hasToString("{\"c\":4,\"a\":1,\"b\":3}");
    }

    /** Checked against kubectl itself in {@code KubectlReadingTest}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "yes | true",
                "Off | false",
                "y | true",
                "'yes' | \"yes\"",
                "~ | null",
                "0644 | 420",
                "0o17 | 15",
                "08 | 8",
                "0x1F | 31",
                "-0b11 | -3",
                "1_000 | 1000",
                "1e3 | 1000",
                "1.50 | 1.5",
                ".5 | 0.5",
                "18446744073709551615 | 18446744073709551615",
                "99999999999999999999 | 100000000000000000000",
                "1e21 | 1.0E21",
                "1e999 | \"1e999\"",
                "1.2.3 | \"1.2.3\"",
                "190:20:30 | \"190:20:30\"",
                "2001-01-01 | \"2001-01-01\"",
                "!!str 1 | \"1\"",
                "! yes | \"yes\"",
                "!!int '7' | 7",
                "[1, a] | [1,\"a\"]",
            })
    void means_what_it_means_to_kubectl(String yaml, String json) {
        assertThat(objects(MAP + "x: " + yaml).getFirst().path("x")).hasToString(json);
    }

    @Test
    void takes_keys_that_are_spelled_as_they_are_read() {
        assertThat(objects(MAP + "data: {1: a, true: b, 1.5: c, 'on': d}")
                        .getFirst()
                        .path("data"))
                .hasToString("{\"1\":\"a\",\"true\":\"b\",\"1.5\":\"c\",\"on\":\"d\"}");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("", "The text holds no object"),
                arguments("---\n# nothing\n", "The text holds no object"),
                arguments("hello", "Document 1, line 1, column 1: this is no object"),
                arguments("- a", "this is no object"),
                arguments("kind: List\nitems: [7]", "this is no object"),
                arguments("a: b: c", "Document 1, line 1, column 5: this is no YAML: mapping values are not allowed"),
                arguments(MAP + "---\na: [1", "Document 2, line 5, column 6: this is no YAML"),
                arguments("a:\n\t- b", "line 2, column 1: this is no YAML: found character '\\t"),
                arguments(MAP + "a: \u0001", "line 4, column 4: the character U+0001 cannot stand in YAML"),
                arguments("%YAML 3.0\n---\n" + MAP, "a version of YAML that does not exist"),
                arguments(MAP + "a: \"\\UFFFFFFFF\"", "Look at the escapes in double quotes"),
                arguments(MAP + "a: \"\\U00110000\"", "found unknown escape character 00110000, while scanning"),
                arguments("{}{}", "this is no YAML"),
                arguments("kind: A\nkind: B", "line 2, column 1: the key \"kind\" occurs twice"),
                arguments("{\"a\": 1, \"a\": 2}", "the key \"a\" occurs twice"),
                arguments(MAP + "on: a", "the key \"on\" would be read as true. Keys are texts: put it in quotes."),
                arguments(MAP + "0644: a", "the key \"0644\" would be read as 420"),
                arguments(MAP + "~: a", "the key \"~\" would be read as null"),
                arguments(MAP + "? [a]\n: b", "a mapping or list stands where a key should"),
                arguments(MAP + "a: &k b\n*k : c", "the alias *k stands where a key should"),
                arguments(MAP + "a: *b", "the alias *b stands for nothing"),
                arguments(MAP + "a: &a [*a]", "the alias *a stands for nothing that was complete"),
                arguments(MAP + "a: &a b\n---\n" + MAP + "c: *a", "Document 2, line 9, column 4: the alias *a"),
                arguments(MAP + "<<: 7", "\"<<\" can merge mappings only"),
                arguments(MAP + "a: !!binary aGk=", "the tag !!binary has no meaning"),
                arguments(MAP + "a: !!java.io.File [x]", "the tag !!java.io.File has no meaning"),
                arguments(MAP + "a: !ruby/object:X {}", "the tag !ruby/object:X has no meaning"),
                arguments(MAP + "a: !!int b", "the value does not fit its tag"),
                arguments(MAP + "a: .inf", "is a number that JSON, and so Kubernetes, does not know"),
                arguments(
                        "kind: A\nmetadata: {name: a}", "in the A \"a\", apiVersion is missing. Write one, such as v1"),
                arguments("apiVersion: 1\nkind: A\nmetadata: {name: a}", "apiVersion is 1, which is no text"),
                arguments(
                        "apiVersion: ../v1\nkind: A\nmetadata: {name: a}", "apiVersion is \"../v1\", which cannot be"),
                arguments("apiVersion: v1\nmetadata: {name: a}", "kind is missing"),
                arguments("apiVersion: v1\nkind: A/B\nmetadata: {name: a}", "kind is \"A/B\", which cannot be"),
                arguments("apiVersion: v1\nkind: A", "metadata is missing"),
                arguments("apiVersion: v1\nkind: A\nmetadata: {}", "metadata.name is missing"),
                arguments(
                        "apiVersion: v1\nkind: A\nmetadata: {generateName: a-}",
                        "metadata.generateName cannot be applied"),
                arguments(
                        "apiVersion: v1\nkind: A\nmetadata: {name: 7}",
                        "metadata.name is 7, which is no text. Put it in quotes."),
                arguments(
                        "apiVersion: v1\nkind: A\nmetadata: {name: ../../a}",
                        "metadata.name is \"../../a\", which cannot be"),
                arguments("apiVersion: v1\nkind: A\nmetadata: {name: ..}", "metadata.name is \"..\", which cannot be"),
                arguments("apiVersion: v1\nkind: A\nmetadata: {name: a%2Fb}", "which cannot be"),
                arguments(
                        "apiVersion: v1\nkind: A\nmetadata: {name: a, namespace: prod}",
                        "it is to go into the namespace \"prod\", but this step works in \"dev\""),
                arguments("apiVersion: v1\nkind: A\nmetadata: {name: a, namespace: 7}", "the namespace 7"),
                arguments(
                        "apiVersion: v1\nkind: A\nmetadata: {name: a, labels: {v: 1.0}}",
                        "metadata.labels.v is 1, which is no text"),
                arguments(
                        "apiVersion: v1\nkind: A\nmetadata: {name: a, annotations: [b]}",
                        "metadata.annotations is no mapping"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses_in_a_sentence_with_its_place(String text, String sentence) {
        assertThat(problems(text))
                .anySatisfy(problem -> assertThat(problem).contains(sentence).endsWith("."));
    }

    @Test
    void names_the_problems_of_all_objects_but_not_of_thousands() {
        assertThat(problems("kind: A\n---\nkind: B\n"))
                .filteredOn(problem -> problem.startsWith("Document 2, line 3, column 1: "))
                .hasSize(2);
        assertThat(problems("kind: A\n---\n".repeat(500))).hasSize(20);
    }

    @Test
    void takes_the_namespace_of_the_step_or_none() {
        assertThat(objects("apiVersion: v1\nkind: A\nmetadata: {name: a, namespace: dev}"))
                .hasSize(1);
        assertThat(objects("apiVersion: v1\nkind: A\nmetadata: {name: a, namespace: }"))
                .hasSize(1);
    }

    @Test
    void reads_a_part_of_an_object() {
        assertThat(PARSING.mapping("nfs: {server: example.org, path: /}"))
                .isEqualTo(new Parsed.Value<>(JSON.readTree("{\"nfs\":{\"server\":\"example.org\",\"path\":\"/\"}}")));
        assertThat(PARSING.mapping("- a")).isInstanceOf(Parsed.Refused.class);
        assertThat(PARSING.mapping("a: [")).isInstanceOf(Parsed.Refused.class);
    }
}
