package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tako.structured.Replacement;
import tako.structured.dotnet.DotNetFile;

/** A machine where numbers have other digits, whose files are like everybody's. */
class OtherLocaleTest {
    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void speakArabic() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a.properties | a=1          | a=\\u03a9
                    a.yaml       | a: 1         | \\x01
                    a.json       | {"a":1}      | \\u0001
                    """)
    void escapes_have_the_usual_digits(String name, String file, String expected) {
        FileRewriting.Done done = (FileRewriting.Done) rewrite(name, file, "a", "\u03a9\t\u0001");
        assertThat(text(done.file())).contains(expected);
    }

    @Test
    void so_have_references_in_XML() {
        FileRewriting.Done done = (FileRewriting.Done) rewrite("a.xml", "<a b='1'/>", "/a/@b", "\t");
        assertThat(text(done.file())).contains("&#x9;");
        DotNetFile.Outcome settings = DotNetFile.rewrite(
                bytes("<appSettings><add key='a' value='1'/></appSettings>"), List.of(Replacement.of("a", "\t")));
        assertThat(text(((DotNetFile.Outcome.Done) settings).file())).contains("&#x9;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.yaml", "a.xml", "a.properties"})
    void places_in_messages_have_the_usual_digits(String name) {
        String broken = name.equals("a.properties") ? "a=\\u12" : "{\n<";
        assertThat(Remarks.of(name, rewrite(name, broken, "a", "1")))
                .extracting(Remark::text)
                .noneMatch(text -> text.codePoints().anyMatch(c -> c > 0x7f))
                .anyMatch(text -> text.matches("(?s).*line [0-9]+, column [0-9]+: .*"));
    }

    @Test
    void so_has_what_is_wrong_with_a_value() {
        FileRewriting.Done done = (FileRewriting.Done) rewrite("a.json", "{\"a\": {}}", "a", "{\n]");
        assertThat(done.file().warnings()).singleElement().asString().contains("line 2, column ");
        done = (FileRewriting.Done) rewrite("a.xml", "<a b='1'/>", "/a/@b", "\u0001");
        assertThat(done.file().warnings()).singleElement().asString().contains("U+0001");
    }

    private static FileRewriting rewrite(String name, String file, String variable, String value) {
        return StructuredFile.rewrite(name, bytes(file), List.of(Replacement.of(variable, value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(WrittenFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
