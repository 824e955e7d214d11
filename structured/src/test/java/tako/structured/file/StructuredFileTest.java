package tako.structured.file;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.structured.file.Remark.Level.ERROR;
import static tako.structured.file.Remark.Level.INFO;
import static tako.structured.file.Remark.Level.VERBOSE;
import static tako.structured.file.Remark.Level.WARNING;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tako.structured.Replacement;

class StructuredFileTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void JSON_keeps_the_line_ends_that_the_file_has() {
        assertThat(text(rewrite("a.json", "{\n\"a\":1}", Replacement.of("a", "2"))))
                .isEqualTo("{\n  \"a\": 2\n}");
        assertThat(text(rewrite("a.json", "{\"a\":1}", Replacement.of("a", "2"))))
                .isEqualTo("{\r\n  \"a\": 2\r\n}");
    }

    @Test
    void properties_keep_each_line_end() {
        assertThat(text(rewrite("a.properties", "a=1\nb=1\r\n\rc", Replacement.of("a", "2"))))
                .isEqualTo("a=2\nb=1\r\n\rc");
    }

    @Test
    void JSON_is_JSON_under_every_name() {
        var done = rewrite("values.properties", "{\"a\":1}", Replacement.of("a", "2"));

        assertThat(done.format()).isEqualTo(ConfigurationFormat.JSON);
        assertThat(done.misfits()).isEmpty();
    }

    @Test
    void the_next_format_is_tried_when_one_does_not_fit() {
        var done = rewrite("a.properties", "# comment\na=1", Replacement.of("a", "2"));

        assertThat(done.format()).isEqualTo(ConfigurationFormat.PROPERTIES);
        assertThat(Remarks.of("a.properties", done))
                .extracting(Remark::level)
                .containsExactly(VERBOSE, VERBOSE, VERBOSE);
        assertThat(Remarks.of("a.properties", done))
                .extracting(Remark::text)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("The file at a.properties couldn't be parsed as Json: line 1, column 1: "),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "Structure found matching the variable 'a'. Replacing its content with the variable value."),
                        third -> assertThat(third)
                                .isEqualTo(
                                        "Structured variable replacement succeeded on file a.properties with format Properties"));
    }

    @Test
    void a_file_of_no_format_fails_with_line_and_column() {
        var failed =
                (FileRewriting.Failed) StructuredFile.rewrite("a.json", bytes("{\n\"a\": 1,\n\"b\"\n}"), List.of());

        assertThat(failed.misfits()).singleElement().satisfies(each -> {
            assertThat(each.reason().line()).isEqualTo(4);
            assertThat(each.reason().column()).isEqualTo(1);
        });
        assertThat(Remarks.of("a.json", failed)).singleElement().satisfies(each -> {
            assertThat(each.level()).isEqualTo(ERROR);
            assertThat(each.text())
                    .startsWith(
                            "Structured variable replacement failed on file a.json. The file could not be parsed as Json: line 4, column 1: ")
                    .endsWith(" See verbose logs for more details.");
        });
    }

    @Test
    void a_broken_escape_fails_after_JSON_was_tried() {
        var failed = (FileRewriting.Failed) StructuredFile.rewrite("a.properties", bytes("a=\\u1"), List.of());

        assertThat(Remarks.of("a.properties", failed)).extracting(Remark::level).containsExactly(VERBOSE, ERROR);
    }

    @Test
    void that_nothing_was_replaced_is_said() {
        var done = rewrite("a.json", "{}", Replacement.of("a", "2"));

        assertThat(Remarks.of("a.json", done))
                .contains(new Remark(
                        INFO,
                        "No structures have been found that match variable names, so no structured variable replacements have been"
                                + " applied."));
    }

    @Test
    void a_character_that_the_encoding_lacks_makes_the_file_UTF_8_with_a_warning() {
        var done = (FileRewriting.Done)
                StructuredFile.rewrite("a.json", "{\"é\":\"\"}".getBytes(WINDOWS), List.of(Replacement.of("é", "￦")));

        assertThat(text(done)).isEqualTo("{\r\n  \"é\": \"￦\"\r\n}");
        assertThat(Remarks.of("a.json", done)).extracting(Remark::level).contains(WARNING);
    }

    @Test
    void old_processes_read_JSON_only() {
        var formats = FormatChoice.ONLY_JSON.formats("a.properties");

        assertThat(StructuredFile.rewrite(formats, bytes("a=1"), List.of())).isInstanceOf(FileRewriting.Failed.class);
    }

    private static FileRewriting.Done rewrite(String name, String file, Replacement variable) {
        return (FileRewriting.Done) StructuredFile.rewrite(name, bytes(file), List.of(variable));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(FileRewriting.Done done) {
        return new String(done.file().content(), StandardCharsets.UTF_8);
    }
}
