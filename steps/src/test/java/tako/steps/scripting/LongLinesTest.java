package tako.steps.scripting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.log.Level;
import tako.platform.process.Command;
import tako.platform.process.Executor;
import tako.platform.process.Executor.Output.Stream;

/** Lines longer than what comes at once: messages in them are read when they are complete, and never shown when they are too long. */
class LongLinesTest {
    private static final int LONGEST = ServiceMessages.LONGEST;

    private final RecordedRun run = new RecordedRun(new NoExecutor());
    private final ScriptOutput output = new ScriptOutput(run);

    /** Nothing is run here. */
    private record NoExecutor() implements Executor {
        @Override
        public Execution start(String key, Command command, Output output) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Execution> attach(String key, long offset, Output output) {
            return Optional.empty();
        }
    }

    private static String message(String value) {
        return "##octopus[setVariable name='" + base64("Long") + "' value='" + base64(value) + "']";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** As a process is read: in parts of the longest line. */
    private void write(String line) {
        int at = 0;
        for (; line.length() - at > LONGEST; at += LONGEST) {
            output.part(Stream.OUT, line.substring(at, at + LONGEST));
        }
        output.line(Stream.OUT, line.substring(at));
    }

    @ParameterizedTest
    @ValueSource(ints = {800_000, 1_700_000, 5_000_000})
    void a_message_that_is_too_long_is_not_shown_and_one_warning_says_so(int length) {
        String value = "s3cret".repeat(length / 6);
        write("before " + message(value) + " after");
        write("next");
        output.end();

        assertThat(run.outputs).isEmpty();
        assertThat(run.texts(Level.INFO)).containsExactly("before ", " after", "next");
        assertThat(run.texts(Level.WARNING))
                .singleElement()
                .asString()
                .contains("longer than 1 MiB (1048576 characters)", "not shown");
    }

    @Test
    void a_message_that_is_too_long_and_never_ends_takes_its_line_with_it() {
        String message = message("s3cret".repeat(500_000));
        write(message.substring(0, message.length() - 1));
        write("next");

        assertThat(run.texts(Level.INFO)).containsExactly("next");
        assertThat(run.texts(Level.WARNING)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 30, 70, 600_000})
    void a_message_is_read_wherever_a_long_line_is_cut_in_it(int before) {
        String value = "v".repeat(600_000);
        write("x".repeat(LONGEST - before) + message(value) + message("short"));
        write(message(value));

        assertThat(run.outputs).containsEntry("Long", new RecordedRun.Output(value, false));
        assertThat(String.join("", run.texts(Level.INFO))).matches("x{" + (LONGEST - before) + "}");
        assertThat(run.texts(Level.WARNING)).isEmpty();
    }

    @Test
    void a_long_line_that_only_seems_to_end_with_a_message_loses_nothing() {
        String line = "x".repeat(LONGEST - 5) + "##octo" + "pod";
        write(line);
        output.part(Stream.OUT, "##octopus");
        output.end();

        assertThat(String.join("", run.texts(Level.INFO))).isEqualTo(line + "##octopus");
    }
}
