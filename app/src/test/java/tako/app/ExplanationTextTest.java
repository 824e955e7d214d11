package tako.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExplanationTextTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private static List<String> text(String json) {
        return ExplanationText.of(MAPPER.readTree(json));
    }

    @Test
    void theWinnerComesFirstThenTheCandidatesThenWhatTheValueIsMadeOf() {
        assertThat(text("""
                {"Name": "Url", "Value": "http://db:30000/********", "Template": "http://#{Host}:30000/#{Key}", "IsSensitive": false,
                 "Candidates": [
                   {"Outcome": "Won", "Origin": "Project", "ScopeText": "Environment: Dev", "Value": "http://#{Host}:30000/#{Key}",
                    "Reason": "Used: no other value fits more closely."},
                   {"Outcome": "Lost", "Origin": "Library set 'Shared'", "ScopeText": "no scope", "Value": "none",
                    "Reason": "A closer value is used (Project, scoped by Environment)."}],
                 "Nested": [
                   {"Name": "Host", "Value": "db", "Origin": "Project", "ScopeText": "no scope"},
                   {"Name": "Key", "Value": null, "IsSensitive": true, "Origin": "Project", "ScopeText": "no scope"}],
                 "Suggestions": []}"""))
                .containsExactly(
                        "Url = http://db:30000/********",
                        "  from Project, Environment: Dev",
                        "  written as http://#{Host}:30000/#{Key}",
                        "",
                        "Candidates, the strongest first:",
                        "     VALUE                        FROM                  SCOPE             WHY",
                        "  *  http://#{Host}:30000/#{Key}  Project               Environment: Dev  Used: no other value fits more closely.",
                        "     none                         Library set 'Shared'  no scope          A closer value is used (Project, scoped by Environment).",
                        "",
                        "Made of:",
                        "  NAME  VALUE     FROM     SCOPE",
                        "  Host  db        Project  no scope",
                        "  Key   ********  Project  no scope");
    }

    @Test
    void aNameWithoutAValueSuggestsTheNearestOnes() {
        assertThat(text("""
                {"Name": "Prot", "Value": null, "Note": "There is no value of this name here.", "Candidates": [], "Nested": [],
                 "Suggestions": ["Port", "Post"]}"""))
                .containsExactly(
                        "Prot has no value.", "  There is no value of this name here.", "  Did you mean: Port, Post?");
    }

    @Test
    void theCommandSaysWhatItTakes() {
        CommandLineRun run = CommandLineRun.of("variable", "explain", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("NAME", "--project", "--environment", "--release", "--output");
        CommandLineRun incomplete = CommandLineRun.of("variable", "explain", "Port");
        assertThat(incomplete.code()).isNotZero();
        assertThat(incomplete.err()).contains("--project");
    }
}
