package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextFileTest {
    private static final String UTF_8_WITH_MARK = "efbbbf";

    /** Bytes before the text, the text's charset, the charset found. */
    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("", "UTF-8", "UTF-8"),
                arguments(UTF_8_WITH_MARK, "UTF-8", "UTF-8"),
                arguments("fffe", "UTF-16LE", "UTF-16LE"),
                arguments("feff", "UTF-16BE", "UTF-16BE"),
                arguments("fffe0000", "UTF-32LE", "UTF-32LE"),
                arguments("0000feff", "UTF-32BE", "UTF-32BE"),
                arguments("", "windows-1252", "windows-1252"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void a_file_is_read_and_written_in_its_encoding(String mark, String charset, String found) {
        TextFile file = TextFile.read(bytes(mark, "a=é€\r\n", charset));

        assertThat(file.text()).isEqualTo("a=é€\r\n");
        assertThat(file.charset().name()).isEqualTo(found);
        assertThat(file.write("b=ü\n").content()).isEqualTo(bytes(mark, "b=ü\n", charset));
    }

    @Test
    void every_byte_is_some_character() {
        byte[] content = new byte[256];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        TextFile file = TextFile.read(content);

        assertThat(file.text()).hasSize(256).contains("\u0081", "€");
        assertThat(file.write(file.text()).content()).isEqualTo(content);
    }

    @Test
    void what_breaks_the_promise_of_its_mark_is_taken_byte_by_byte() {
        byte[] content = HexFormat.of().parseHex("fffe4100d8");

        TextFile file = TextFile.read(content);

        assertThat(file.charset().name()).isEqualTo("windows-1252");
        assertThat(file.write(file.text()).content()).isEqualTo(content);
    }

    @Test
    void a_character_that_the_encoding_lacks_makes_it_UTF_8_without_a_mark() {
        TextFile file = TextFile.read(bytes("", "é", "windows-1252"));

        WrittenFile written = file.write("é￦");

        assertThat(written.content()).isEqualTo("é￦".getBytes(StandardCharsets.UTF_8));
        assertThat(written.warnings())
                .containsExactly(
                        "The file was written as UTF-8, because its encoding windows-1252 lacks a character of the new text.");
    }

    /** The bytes' charset, the text, the charset found. */
    static Stream<Arguments> declarations() {
        return Stream.of(
                arguments("ISO-8859-2", "<?xml version=\"1.0\" encoding=\"iso-8859-2\"?><š/>", "ISO-8859-2"),
                arguments("UTF-8", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?><š/>", "UTF-8"),
                arguments("UTF-8", "<?xml version='1.0' encoding='utf-16'?><š/>", "UTF-8"),
                arguments("UTF-8", "<?xml version='1.0' encoding='us-ascii'?><š/>", "UTF-8"),
                arguments("UTF-8", "<?xml version='1.0' encoding='x-nobody'?><š/>", "UTF-8"),
                arguments("UTF-8", "<?xml version='1.0' encoding='iso-2022-cn'?><š/>", "UTF-8"),
                arguments("windows-1252", "<?xml version='1.0' encoding='utf-8'?><š/>", "windows-1252"),
                arguments("UTF-16LE", "<?xml version='1.0' encoding='utf-16'?><š/>", "UTF-16LE"),
                arguments("UTF-16BE", "<?xml version='1.0'?><š/>", "UTF-16BE"),
                arguments("UTF-8", "<a>encoding='iso-8859-1'š</a>", "UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void an_XML_file_is_read_as_it_declares_if_that_can_be_true(String charset, String text, String found) {
        byte[] content = bytes("", text, charset);

        TextFile file = TextFile.readXml(content);

        assertThat(file.text()).isEqualTo(text);
        assertThat(file.charset().name()).isEqualTo(found);
        assertThat(file.write(text).content()).isEqualTo(content);
    }

    @Test
    void a_mark_outweighs_a_declaration() {
        TextFile file =
                TextFile.readXml(bytes(UTF_8_WITH_MARK, "<?xml version='1.0' encoding='iso-8859-1'?><é/>", "UTF-8"));

        assertThat(file.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(file.text()).endsWith("<é/>");
    }

    private static byte[] bytes(String mark, String text, String charset) {
        String hex = mark + HexFormat.of().formatHex(text.getBytes(Charset.forName(charset)));
        return HexFormat.of().parseHex(hex);
    }
}
