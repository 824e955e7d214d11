package tako.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What would command a terminal is not shown, neither as ESC and a bracket nor as the one character that stands for both. */
class TerminalTextTest {
    private static final String RED = "\u001b[31mred\u009b0m\u0085\u0007\u007f";

    @Test
    void aBlockKeepsItsLines() {
        assertThat(TerminalText.block("a\r\n\tb " + RED)).isEqualTo("a\n\tb [31mred0m");
    }

    @Test
    void aLineStaysOne() {
        assertThat(TerminalText.line("a\r\nb\tc " + RED)).isEqualTo("a b c [31mred0m");
    }

    @Test
    void lettersOfAllAlphabetsStay() {
        assertThat(TerminalText.line("Größe → 完成 👍")).isEqualTo("Größe → 完成 👍");
    }

    @Test
    void aQuestionCommandsNothingByItsTitleNorByItsInstructions() {
        ObjectNode wire =
                new JsonMapper().createObjectNode().put("Id", "Interruptions-1").put("Title", RED);
        wire.putObject("Form")
                .putArray("Elements")
                .addObject()
                .put("Name", "Instructions")
                .putObject("Control")
                .put("Text", RED + "\n" + RED);

        OpenQuestion question = OpenQuestion.of(wire);

        assertThat(question.title()).isEqualTo("[31mred0m");
        assertThat(question.block()).isEqualTo(List.of("  [31mred0m", "  [31mred0m"));
    }
}
