package tako.platform.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tako.platform.process.Executor.Output.Stream;

@Timeout(30)
class OutputReaderTest {
    private static List<String> lines(byte[] bytes) throws InterruptedException {
        var output = new RecordedOutput();
        var reader = new OutputReader(new ByteArrayInputStream(bytes), Stream.OUT, output, () -> {});
        reader.start();
        reader.finish(Duration.ofSeconds(5));
        return output.out;
    }

    private static List<String> lines(String text) throws InterruptedException {
        return lines(text.getBytes(UTF_8));
    }

    @Test
    void splits_at_line_ends_of_either_kind_and_keeps_empty_lines() throws Exception {
        assertThat(lines("a\r\n\nb\n c ")).containsExactly("a", "", "b", " c ");
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n")).containsExactly("");
    }

    @Test
    void keeps_a_carriage_return_inside_a_line() throws Exception {
        assertThat(lines("10%\r20%\n")).containsExactly("10%\r20%");
    }

    @Test
    void replaces_what_is_not_text() throws Exception {
        assertThat(lines(new byte[] {'a', (byte) 0xff, 0, 'b', '\n', (byte) 0xc3}))
                .containsExactly("a\uFFFD\uFFFDb", "\uFFFD");
    }

    @Test
    void keeps_characters_whole_across_the_chunks_in_which_they_are_read() throws Exception {
        var text = "é本😀".repeat(10_000);

        assertThat(lines(text)).containsExactly(text);
    }

    @Test
    void cuts_a_line_without_end_into_pieces_but_no_character() throws Exception {
        var text = "a" + "😀".repeat(OutputReader.LONGEST_LINE);

        var pieces = lines(text);

        assertThat(String.join("", pieces).equals(text)).isTrue();
        assertThat(pieces.stream().map(String::length))
                .containsExactly(OutputReader.LONGEST_LINE + 1, OutputReader.LONGEST_LINE);
    }
}
