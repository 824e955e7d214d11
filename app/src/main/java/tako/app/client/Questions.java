package tako.app.client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The questions that tasks of a space wait for, and how they are answered. */
public final class Questions {
    private final ApiClient api;
    private final String path;

    public Questions(ApiClient api, String space) {
        this.api = api;
        this.path = "/api/" + space + "/interruptions";
    }

    /** What people can say. */
    public enum Verdict {
        PROCEED("Proceed"),
        ABORT("Abort");

        private final String wire;

        Verdict(String wire) {
            this.wire = wire;
        }
    }

    /** The open ones, the oldest first. */
    public List<OpenQuestion> open() {
        return open("");
    }

    /** The open ones of a task, the oldest first. */
    public List<OpenQuestion> open(String task) {
        String regarding = task.isEmpty() ? "" : "&regarding=" + task;
        return interruptions("?take=1000&pendingOnly=true" + regarding)
                .filter(one -> one.path("IsPending").asBoolean(false))
                .map(OpenQuestion::of)
                .toList()
                .reversed();
    }

    /** Whether somebody said to a question of the task that it shall not go on. */
    public boolean isAborted(String task) {
        return interruptions("?take=1000&regarding=" + task)
                .anyMatch(one -> one.path("Form")
                        .path("Values")
                        .path("Result")
                        .asString("")
                        .equals(Verdict.ABORT.wire));
    }

    /**
     * Takes responsibility and answers.
     *
     * @throws RequestRefused when somebody else was faster, or whoever asks may not answer
     */
    public void answer(OpenQuestion question, Verdict verdict, String notes) {
        api.put(path + "/" + question.id() + "/responsible", api.body());
        ObjectNode form = api.body().put("Notes", notes).put("Result", verdict.wire);
        api.post(path + "/" + question.id() + "/submit", form);
    }

    /** Who may answer, for people. */
    public String whoMay(OpenQuestion question) {
        String teams = question.teams().stream()
                .map(team -> api.find("/api/teams/" + team)
                        .map(one -> TerminalText.line(one.path("Name").asString(team)))
                        .orElse(team))
                .collect(Collectors.joining(", "));
        return teams.isEmpty()
                ? "Administrators may answer."
                : "Members of " + teams + " and administrators may answer.";
    }

    /** How it is answered over the API, as lines for people. */
    public List<String> howTo(OpenQuestion question) {
        String address = api.server().resolve(path + "/" + question.id()).toString();
        String key = "-H \"X-Octopus-ApiKey: $OCTOPUS_API_KEY\"";
        return List.of(
                "With an API key of one of them, to proceed (or \"Abort\"):",
                "  curl -X PUT " + key + " " + address + "/responsible",
                "  curl -X POST " + key
                        + " -H \"Content-Type: application/json\" -d '{\"Result\": \"Proceed\", \"Notes\":"
                        + " \"Seen\"}' " + address + "/submit");
    }

    /** What the task that waits does, for people; "" when it is gone. */
    public String task(OpenQuestion question) {
        return api.find("/api/tasks/" + question.task())
                .map(task -> TerminalText.line(task.path("Description").asString("")))
                .orElse("");
    }

    /** How a task ended, for people; empty while it has not. */
    public Optional<String> end(String task) {
        JsonNode now = api.get("/api/tasks/" + task);
        return now.path("IsCompleted").asBoolean(false)
                ? Optional.of(TerminalText.line(now.path("Description").asString(task)) + ": "
                        + now.path("State").asString(""))
                : Optional.empty();
    }

    private Stream<JsonNode> interruptions(String query) {
        return api.get(path + query).path("Items").valueStream();
    }
}
