package tako.steps.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tako.steps.scripting.RecordedRun.Output;

/** Values reach a script and come back from it unchanged, whatever they hold. */
@Timeout(60)
class BashRoundTripTest {
    private static final List<String> TORTURE = List.of(
            "",
            " ",
            "plain",
            "two words",
            "it's \"quoted\"",
            "$(touch /tmp/never) `id` ${HOME} $HOME",
            "line one\nline two\n\nline four\n",
            "\r\n\t\u0007\u001b[31m",
            "a\\nb\\\\c",
            "* ? [a-z] ~ ! # % & | ; < > ( ) { }",
            "-n -e --help",
            "]='x' ##octopus[mask value='eA==']",
            "Grüße, мир, 世界, 𝄞, e\u0301",
            "%s %d %n",
            "x".repeat(200 * 1024));

    @TempDir
    Path folder = Path.of("");

    /** Sends V0, V1, … back as outputs. The dot keeps line ends at the end, which $( ) would take away. */
    private Map<String, Output> echoed(Map<String, String> variables) throws InterruptedException {
        try (var bench = new ScriptBench(folder.resolve("work"))) {
            bench.bash("""
                    set -euo pipefail
                    for ((i = 0; i < %d; i++)); do
                      value=$(get_octopusvariable "v$i"; echo .)
                      set_octopusvariable "V$i" "${value%%.}"
                    done
                    """.formatted(variables.size()), variables);
            return new HashMap<>(bench.run.outputs);
        }
    }

    private static Map<String, String> numbered(List<String> values) {
        var variables = new LinkedHashMap<String, String>();
        values.forEach(value -> variables.put("V" + variables.size(), value));
        return variables;
    }

    private static Map<String, Output> asOutputs(Map<String, String> variables) {
        var outputs = new HashMap<String, Output>();
        variables.forEach((name, value) -> outputs.put(name, new Output(value, false)));
        return outputs;
    }

    @Test
    void brings_hostile_values_back_unchanged() throws Exception {
        var variables = numbered(TORTURE);

        assertThat(echoed(variables)).isEqualTo(asOutputs(variables));
    }

    @Test
    void brings_random_values_back_unchanged() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var values =
                random.ints(60, 0, 60).mapToObj(length -> text(random, length)).toList();
        var variables = numbered(values);

        assertThat(echoed(variables)).as("seed %d", seed).isEqualTo(asOutputs(variables));
    }

    /** Without "#{", which would be an expression. */
    private static String text(Random random, int length) {
        var text = new StringBuilder();
        random.ints(length, 1, 0x2FFF)
                .map(point -> random.nextBoolean() ? 1 + point % 126 : point)
                .forEach(text::appendCodePoint);
        return text.toString().replace("#", "");
    }

    @Test
    void takes_hostile_names() throws Exception {
        var names = List.of("a]b", "$(exit 9)", "@", "*", "'\"", "A=B", "[", "ÄÖ", "x y\tz", "!");
        var variables = new HashMap<String, String>();
        names.forEach(name -> variables.put(name, "value of " + name));
        try (var bench = new ScriptBench(folder.resolve("work"))) {
            bench.bash("""
                    for name in 'a]b' '$(exit 9)' '@' '*' "'\\"" 'A=B' '[' 'ÄÖ' $'x y\\tz' '!'; do
                      set_octopusvariable "$name" "$(get_octopusvariable "$name")"
                    done
                    """, variables);

            assertThat(bench.run.outputs).isEqualTo(asOutputs(variables));
        }
    }
}
