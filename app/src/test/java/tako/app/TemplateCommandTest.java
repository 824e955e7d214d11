package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void a_set_of_variables_from_the_api_will_do() throws IOException {
        Path set = Files.writeString(
                folder.resolve("set.json"),
                "{\"Variables\": [{\"Name\": \"Name\", \"Value\": \"Ada\", \"Scope\": {}}]}");
        assertThat(run("#{Name}", "--variables", set.toString()).out()).isEqualTo("Ada");
    }

    private static CommandLineRun run(String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.configured(new CommandLine(
                        new TemplateCommand(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
