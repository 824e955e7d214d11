package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineEndsTest {
    @Test
    void the_more_frequent_kind_wins() {
        assertThat(LineEnds.of("\r\n\n\n")).isEqualTo(LineEnds.LF);
        assertThat(LineEnds.of("\n\r\n\r\n")).isEqualTo(LineEnds.CRLF);
    }

    @Test
    void of_equally_many_the_first_wins() {
        assertThat(LineEnds.of("a\nb\r\n")).isEqualTo(LineEnds.LF);
        assertThat(LineEnds.of("a\r\nb\n")).isEqualTo(LineEnds.CRLF);
    }

    @Test
    void a_file_of_one_line_gets_those_of_Windows() {
        assertThat(LineEnds.of("a\rb")).isEqualTo(LineEnds.CRLF);
    }

    @Test
    void all_lines_get_the_same_end() {
        assertThat(LineEnds.CRLF.end("a\nb\r\nc")).isEqualTo("a\r\nb\r\nc");
        assertThat(LineEnds.LF.end("a\nb\r\nc")).isEqualTo("a\nb\nc");
    }
}
