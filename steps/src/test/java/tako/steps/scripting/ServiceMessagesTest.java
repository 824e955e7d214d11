package tako.steps.scripting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tako.platform.log.Level;
import tako.platform.process.Executor.Output;
import tako.steps.scripting.OutputPiece.Malformed;
import tako.steps.scripting.OutputPiece.Message;
import tako.steps.scripting.OutputPiece.Text;
import tako.steps.scripting.ServiceMessage.CreateArtifact;
import tako.steps.scripting.ServiceMessage.Mask;
import tako.steps.scripting.ServiceMessage.Progress;
import tako.steps.scripting.ServiceMessage.ResultMessage;
import tako.steps.scripting.ServiceMessage.SetVariable;
import tako.steps.scripting.ServiceMessage.SwitchLevel;
import tako.steps.scripting.ServiceMessage.Unknown;

class ServiceMessagesTest {
    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String message(String name, String... attributes) {
        var text = new StringBuilder("##octopus[" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(" %s='%s'".formatted(attributes[i], base64(attributes[i + 1])));
        }
        return text.append(']').toString();
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                arguments(
                        message("setVariable", "name", "A b", "value", "x\ny"), new SetVariable("A b", "x\ny", false)),
                arguments(message("setVariable", "value", "", "name", "A"), new SetVariable("A", "", false)),
                arguments(
                        message("setVariable", "name", "Ä", "value", "€ 𝄞", "sensitive", "True"),
                        new SetVariable("Ä", "€ 𝄞", true)),
                arguments(
                        message("setVariable", "name", "A", "value", "b", "sensitive", "False"),
                        new SetVariable("A", "b", false)),
                arguments(
                        message("createArtifact", "path", "/tmp/a b", "name", "a", "length", "7"),
                        new CreateArtifact("/tmp/a b", "a")),
                arguments(message("createArtifact", "path", "a"), new CreateArtifact("a", "")),
                arguments(message("progress", "percentage", "40", "message", "half"), new Progress(40, "half")),
                arguments(message("progress", "percentage", "140"), new Progress(100, "")),
                arguments(message("resultMessage", "message", "no"), new ResultMessage("no")),
                arguments(message("mask", "value", "s3cret"), new Mask("s3cret")),
                arguments("##octopus[ mask\tvalue = \"" + base64("x") + "\" ]", new Mask("x")),
                arguments(message("delete-target", "machine", "m"), new Unknown("delete-target")),
                arguments("##octopus[something.else]", new Unknown("something.else")));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void reads_a_message(String line, ServiceMessage expected) {
        assertThat(ServiceMessages.pieces(line)).containsExactly(new Message(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "stdout-default, OUT, INFO",
        "stdout-verbose, OUT, VERBOSE",
        "stdout-highlight, OUT, HIGHLIGHT",
        "stdout-wait, OUT, WAIT",
        "stdout-warning, OUT, WARNING",
        "stdout-error, OUT, ERROR",
        "stdout-ignore, OUT,",
        "stderr-default, ERR, ERROR",
        "stderr-error, ERR, ERROR",
        "stderr-progress, ERR, VERBOSE",
        "stderr-ignore, ERR,",
    })
    void switches_levels(String name, Output.Stream stream, Level level) {
        assertThat(ServiceMessages.pieces("##octopus[" + name + "]"))
                .containsExactly(new Message(new SwitchLevel(stream, Optional.ofNullable(level))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "##octopus[setVariable name='QQ=='            | has no closing bracket",
                "##octopus[]                                  | has no name",
                "##octopus[ ]                                 | has no name",
                "##octopus['QQ==']                            | has no name",
                "##octopus[setVariable name='QQ==']           | lacks value",
                "##octopus[setVariable value='QQ==']          | lacks name",
                "##octopus[setVariable name='' value='']      | has an empty name",
                "##octopus[mask value='Q?==']                 | has a value that is not base64 for value",
                "##octopus[mask value=QQ==]                   | has a value without quotes for value",
                "##octopus[mask value='QQ==]                  | has a value without quotes for value",
                "##octopus[mask value]                        | has no value for value",
                "##octopus[mask value='QQ==' value='QQ==']    | has value twice",
                "##octopus[mask value='QQ=='value='QQ==']     | has no blank before an attribute",
                "##octopus[mask ='QQ==']                      | has something other than attributes after its name",
                "##octopus[progress percentage='eA==']        | has a percentage that is not a whole number",
                "##octopus[createArtifact]                    | lacks path",
            })
    void takes_a_malformed_message_as_text(String line, String problem) {
        assertThat(ServiceMessages.pieces(line)).containsExactly(new Malformed(line, problem));
    }

    @Test
    void keeps_the_text_around_messages() {
        assertThat(ServiceMessages.pieces("one##octopus[stdout-verbose]two ##octopus[x] ##octopus[stdout-default"))
                .containsExactly(
                        new Text("one"),
                        new Message(new SwitchLevel(Output.Stream.OUT, Optional.of(Level.VERBOSE))),
                        new Text("two "),
                        new Message(new Unknown("x")),
                        new Malformed("##octopus[stdout-default", "has no closing bracket"));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "hello", "#octopus[mask]", "##Octopus[mask]", "##octopus mask"})
    void keeps_other_lines_as_they_are(String line) {
        assertThat(ServiceMessages.pieces(line)).containsExactly(new Text(line));
    }

    @Test
    void loses_no_character_and_never_throws_whatever_a_line_holds() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var fragments = List.of(
                "##octopus[",
                "]",
                "setVariable",
                " ",
                "name",
                "=",
                "'",
                "\"",
                "QQ==",
                "mask value='QQ=='",
                "ä",
                "\uD800",
                "#",
                "\t",
                "x");
        for (int i = 0; i < 20_000; i++) {
            var line = new StringBuilder();
            random.ints(random.nextInt(12), 0, fragments.size())
                    .mapToObj(fragments::get)
                    .forEach(line::append);

            var kept = new StringBuilder();
            var messages = 0;
            for (OutputPiece piece : ServiceMessages.pieces(line.toString())) {
                switch (piece) {
                    case Text(String text) -> kept.append(text);
                    case Malformed(String text, String _) -> kept.append(text);
                    case Message _, OutputPiece.TooLong _ -> messages++;
                }
            }

            if (messages == 0) {
                assertThat(kept.toString().replaceAll("\\s", ""))
                        .as("seed %d", seed)
                        .isEqualTo(line.toString().replaceAll("\\s", ""));
            }
        }
    }
}
