package tako.structured.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tako.structured.Replacement;

class DotNetFileTest {
    private static final List<Replacement> VARIABLES = List.of(Replacement.of("a", "ž€"));

    @Test
    void a_file_keeps_its_encoding() {
        String file = "\ufeff<appSettings>\r\n<add key=\"a\" value=\"1\"/></appSettings>";

        assertThat(text(file.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE))
                .isEqualTo(file.replace("\"1\"", "\"ž€\""));
    }

    @Test
    void a_declared_encoding_is_believed() {
        Charset latin2 = Charset.forName("ISO-8859-2");
        String file =
                "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><appSettings name=\"š\"><add key=\"a\" value=\"\"/></appSettings>";

        assertThat(text(file.getBytes(latin2), latin2)).isEqualTo(file.replace("\"\"", "\"ž&#x20AC;\""));
    }

    @Test
    void what_is_no_XML_says_where() {
        var failed =
                (DotNetFile.Outcome.Failed) DotNetFile.rewrite("<a>\n</b>".getBytes(StandardCharsets.UTF_8), VARIABLES);

        assertThat(failed.reason().line()).isEqualTo(2);
    }

    private static String text(byte[] content, Charset charset) {
        var done = (DotNetFile.Outcome.Done) DotNetFile.rewrite(content, VARIABLES);
        assertThat(done.used()).containsExactly("a");
        assertThat(done.file().warnings()).isEmpty();
        return new String(done.file().content(), charset);
    }
}
