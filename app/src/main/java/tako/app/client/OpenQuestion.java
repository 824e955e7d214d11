package tako.app.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A question that a task waits for.
 *
 * @param task the id of the task
 * @param title without what would command a terminal
 * @param instructions what is asked, in Markdown
 * @param teams ids of the teams whose members may answer
 */
public record OpenQuestion(String id, String task, String title, String instructions, List<String> teams) {
    public OpenQuestion {
        teams = List.copyOf(teams);
    }

    static OpenQuestion of(JsonNode interruption) {
        return new OpenQuestion(
                interruption.path("Id").asString(),
                interruption.path("TaskId").asString(""),
                TerminalText.line(interruption.path("Title").asString("")),
                instructions(interruption),
                interruption
                        .path("ResponsibleTeamIds")
                        .valueStream()
                        .map(team -> team.asString(""))
                        .toList());
    }

    /** The instructions as a block of a terminal, without what would command it. */
    public List<String> block() {
        return TerminalText.block(instructions)
                .lines()
                .map(line -> line.isBlank() ? "" : "  " + line)
                .toList();
    }

    private static String instructions(JsonNode interruption) {
        return interruption
                .path("Form")
                .path("Elements")
                .valueStream()
                .filter(element -> element.path("Name").asString("").equals("Instructions"))
                .map(element -> element.path("Control").path("Text").asString(""))
                .findFirst()
                .orElse("");
    }
}
