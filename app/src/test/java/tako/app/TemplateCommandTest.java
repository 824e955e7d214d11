package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Templates and configuration files on the command line. */
class TemplateCommandTest {
    @TempDir
    Path folder;

    private Path variables = Path.of("");

    @BeforeEach
    void writeVariables() throws IOException {
        variables = Files.writeString(folder.resolve("variables.json"), """
                {"Name": "Ada", "Greeting": "Hello #{Name}", "Port": 8080, "Database:Host": "db.example.org"}
                """);
    }

    @Test
    void a_template_is_evaluated_with_the_variables_of_a_file() {
        CommandLineRun run = run("#{Greeting}, port #{Port}\n", "--variables", variables.toString());
        assertThat(run.out()).isEqualTo("Hello Ada, port 8080\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_variable_of_the_command_line_lies_on_top() {
        assertThat(run("#{Greeting}", "--variables", variables.toString(), "--set", "Name=Eve")
                        .out())
                .isEqualTo("Hello Eve");
    }

    @Test
    void what_has_no_value_is_pointed_at() {
        CommandLineRun run = run("fine\nbut #{Missing}", "--variables", variables.toString());
        assertThat(run.out()).isEqualTo("fine\nbut #{Missing}");
        assertThat(run.err()).isEqualTo("2:5: there is no value for #{Missing}%n".formatted());
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_is_pointed_at() {
        CommandLineRun run = run("fine\n#{if x == \"y\"}");
        assertThat(run.err()).startsWith("2:");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_configuration_file_is_rewritten_and_left_alone() throws IOException {
        Path file =
                Files.writeString(folder.resolve("appsettings.json"), "{\"Database\": {\"Host\": \"localhost\"}}\n");
        CommandLineRun run = run("", "--variables", variables.toString(), "--file", file.toString());
        assertThat(run.out()).contains("\"Host\": \"db.example.org\"");
        assertThat(run.err()).contains("'Database:Host'");
        assertThat(Files.readString(file)).contains("localhost");
    }

    @Test
    void expressions_in_a_file_are_replaced_on_demand() throws IOException {
        Path file = Files.writeString(folder.resolve("motd.txt"), "#{Greeting} #{bad+}\n");
        CommandLineRun run =
                run("", "--variables", variables.toString(), "--file", file.toString(), "--as", "substitute");
        assertThat(run.out()).isEqualTo("Hello Ada #{bad+}\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void what_has_no_value_in_a_file_is_pointed_at() throws IOException {
        CommandLineRun run = substituted("\ufeff#{Greeting}\r\nand #{Missing} #{bad+}\r\n");
        assertThat(run.out()).isEqualTo("\ufeffHello Ada\r\nand #{Missing} #{bad+}\r\n");
        assertThat(run.err()).isEqualTo("2:5: there is no value for #{Missing}%n".formatted());
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_file_that_leads_to_a_variable_in_itself_stays_and_is_pointed_at() throws IOException {
        CommandLineRun run = substituted("a\n #{Loop}\n", "--set", "Loop=#{Loop}");
        assertThat(run.out()).isEqualTo("a\n #{Loop}\n");
        assertThat(run.err()).startsWith("2:2: ").contains("Loop");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_file_that_becomes_too_large_stays_and_is_pointed_at() throws IOException {
        CommandLineRun run = substituted(
                "#{each a in L}#{each b in L}#{each c in L}#{X}#{/each}#{/each}#{/each}",
                "--set",
                "L=" + "1,".repeat(1_000),
                "--set",
                "X=" + "x".repeat(1_000));
        assertThat(run.out()).startsWith("#{each a in L}");
        assertThat(run.err()).startsWith("1:");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void a_file_keeps_its_encoding() throws IOException {
        byte[] content = "\ufeffname=#{Name} é\r\n".getBytes(StandardCharsets.UTF_16LE);
        Path file = Files.write(folder.resolve("a.txt"), content);
        assertThat(printed("--file", file.toString(), "--as", "substitute", "--set", "Name=Ωmega"))
                .isEqualTo("\ufeffname=Ωmega é\r\n".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void a_rewritten_file_keeps_its_encoding_too() throws IOException {
        Charset western = Charset.forName("windows-1252");
        Path file = Files.write(folder.resolve("a.xml"), "<a>é</a>".getBytes(western));
        assertThat(new String(printed("--file", file.toString(), "--set", "/a=ü"), western))
                .isEqualTo("<a>ü</a>");
    }

    @Test
    void a_template_becomes_UTF_8() {
        assertThat(run("#{x} é", "--set", "x=Ω").out()).isEqualTo("Ω é");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_with_its_place() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\n  \"a\": }");
        CommandLineRun run = run("", "--variables", variables.toString(), "--file", file.toString());
        assertThat(run.err()).contains("line 2, column 8");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void variables_that_are_no_json_are_refused_with_their_place() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\n nonsense}");
        CommandLineRun run = run("", "--variables", broken.toString());
        assertThat(run.err()).contains("broken.json, line 2");
        assertThat(run.code()).isEqualTo(Main.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE"})
    void variables_may_have_a_byte_order_mark(String charset) throws IOException {
        Path marked = Files.write(
                folder.resolve("marked.json"), "\ufeff{\"Name\": \"Zo\u00eb\"}".getBytes(Charset.forName(charset)));
        CommandLineRun run = run("#{Name}", "--variables", marked.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("Zo\u00eb");
    }

    @Test
    void variables_that_are_no_UTF_8_are_windows_1252() throws IOException {
        Path western = Files.write(
                folder.resolve("western.json"), "{\"Name\": \"Zo\u00eb\"}".getBytes(Charset.forName("windows-1252")));
        assertThat(run("#{Name}", "--variables", western.toString()).out()).isEqualTo("Zo\u00eb");
    }

    @Test
    void a_set_of_variables_from_the_api_will_do() throws IOException {
        Path set = Files.writeString(
                folder.resolve("set.json"),
                "{\"Variables\": [{\"Name\": \"Name\", \"Value\": \"Ada\", \"Scope\": {}}]}");
        assertThat(run("#{Name}", "--variables", set.toString()).out()).isEqualTo("Ada");
    }

    private CommandLineRun substituted(String content, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), content);
        Stream<String> usual =
                Stream.of("--variables", variables.toString(), "--file", file.toString(), "--as", "substitute");
        return run("", Stream.concat(usual, Stream.of(arguments)).toArray(String[]::new));
    }

    private static CommandLineRun run(String input, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new StringWriter();
        int code = execute(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, arguments);
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    /** Standard output, byte by byte. */
    private static byte[] printed(String... arguments) {
        var out = new ByteArrayOutputStream();
        execute(InputStream.nullInputStream(), out, new StringWriter(), arguments);
        return out.toByteArray();
    }

    private static int execute(InputStream in, OutputStream out, StringWriter err, String... arguments) {
        return Main.configured(new CommandLine(new TemplateCommand(in, out)))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
