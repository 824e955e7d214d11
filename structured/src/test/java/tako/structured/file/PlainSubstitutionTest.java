package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainSubstitutionTest {
    @Test
    void encoding_mark_and_line_ends_stay() {
        byte[] content = "\ufeffa\r\nb\r#{x}\nü".getBytes(StandardCharsets.UTF_16BE);

        WrittenFile written = PlainSubstitution.substitute(content, text -> text.replace("#{x}", "€"));

        assertThat(new String(written.content(), StandardCharsets.UTF_16BE)).isEqualTo("\ufeffa\r\nb\r€\nü");
        assertThat(written.warnings()).isEmpty();
    }

    @Test
    void a_value_that_the_encoding_lacks_makes_the_file_UTF_8() {
        byte[] content = "é #{x}".getBytes(Charset.forName("windows-1252"));

        WrittenFile written = PlainSubstitution.substitute(content, text -> text.replace("#{x}", "Ω"));

        assertThat(new String(written.content(), StandardCharsets.UTF_8)).isEqualTo("é Ω");
        assertThat(written.warnings()).hasSize(1);
    }
}
