package tako.e2e;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a task's log says about one of its steps: all lines below the node that has its name. */
record StepLog(String step, String text) {
    /** Reads it. */
    static StepLog of(Setup setup, String task, String step) {
        var details = setup.wire()
                .get("/api/tasks/" + task + "/details?verbose=true&tail=1000")
                .succeeded()
                .json();
        return new StepLog(
                step,
                below(details.path("ActivityLogs"))
                        .filter(node -> node.path("Name").asString("").contains(step))
                        .flatMap(StepLog::lines)
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    private static Stream<JsonNode> below(JsonNode nodes) {
        return elements(nodes).flatMap(node -> Stream.concat(Stream.of(node), below(node.path("Children"))));
    }

    private static Stream<String> lines(JsonNode node) {
        return Stream.concat(
                elements(node.path("LogElements"))
                        .map(line -> line.path("MessageText").asString()),
                elements(node.path("Children")).flatMap(StepLog::lines));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
