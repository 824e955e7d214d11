package tako.structured.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import tako.octostache.Evaluation;
import tako.structured.file.PlainSubstitution;
import tako.structured.file.TextFile;
import tako.structured.file.WrittenFile;

/** Any bytes are the text of a file, and that text is the same bytes again. */
@Tag("fuzz")
class TextFileFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void the_text_gives_the_bytes_again(byte[] data) {
        TextFile text = TextFile.read(data);
        TextFile xml = TextFile.readXml(data);

        Stream.of(
                        text.write(text.text()),
                        xml.write(xml.text()),
                        PlainSubstitution.substitute(data, TextFileFuzzTest::asItIs)
                                .file())
                .forEach(each -> same(each, data));
    }

    private static Evaluation asItIs(String text) {
        return new Evaluation(Optional.of(text), List.of(), Optional.empty(), List.of());
    }

    private static void same(WrittenFile written, byte[] data) {
        assertThat(written.content()).isEqualTo(data);
        assertThat(written.warnings()).isEmpty();
    }
}
