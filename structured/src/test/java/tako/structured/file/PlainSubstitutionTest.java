package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tako.octostache.Template;
import tako.octostache.Trouble;
import tako.octostache.Variables;

class PlainSubstitutionTest {
    @Test
    void encoding_mark_and_line_ends_stay() {
        byte[] content = "\ufeffa\r\nb\r#{x}\nü".getBytes(StandardCharsets.UTF_16BE);

        WrittenFile written = substituted(content, "€").file();

        assertThat(new String(written.content(), StandardCharsets.UTF_16BE)).isEqualTo("\ufeffa\r\nb\r€\nü");
        assertThat(written.warnings()).isEmpty();
    }

    @Test
    void a_value_that_the_encoding_lacks_makes_the_file_UTF_8() {
        byte[] content = "é #{x}".getBytes(Charset.forName("windows-1252"));

        WrittenFile written = substituted(content, "Ω").file();

        assertThat(new String(written.content(), StandardCharsets.UTF_8)).isEqualTo("é Ω");
        assertThat(written.warnings()).hasSize(1);
    }

    @Test
    void what_cannot_be_resolved_is_told_by_its_place_in_the_text() {
        byte[] content = "\ufeff#{x}\n#{y}".getBytes(StandardCharsets.UTF_8);

        PlainSubstitution.Substituted done = substituted(content, "z");

        assertThat(new String(done.file().content(), StandardCharsets.UTF_8)).isEqualTo("\ufeffz\n#{y}");
        assertThat(done.evaluation().troubles()).containsExactly(new Trouble("#{y}", 2, 1, Optional.empty()));
    }

    private static PlainSubstitution.Substituted substituted(byte[] content, String x) {
        return PlainSubstitution.substitute(
                content, text -> Template.parse(text).evaluate(Variables.of(Map.of("x", x))));
    }
}
