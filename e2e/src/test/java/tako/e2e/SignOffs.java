package tako.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tako.e2e.Setup.id;
import static tako.e2e.Setup.object;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The questions that deployments put to people. */
public record SignOffs(Setup setup) {
    /** Waits until a task asks, and answers the question. */
    public JsonNode asked(String task, Duration bound) {
        await().atMost(bound)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> setup.task(task).path("IsCompleted").asBoolean()
                        || setup.task(task).path("HasPendingInterruptions").asBoolean());
        List<JsonNode> open = regarding(task, true);
        assertThat(open).as(() -> setup.rawLog(task)).hasSize(1);
        return open.getFirst();
    }

    /** The questions of a task. */
    public List<JsonNode> regarding(String task, boolean pendingOnly) {
        String address = setup.path("interruptions?regarding=" + task + "&pendingOnly=" + pendingOnly);
        return Setup.items(setup.wire().get(address).succeeded().json());
    }

    /** Tries to take responsibility. */
    public Answer take(Person person, JsonNode question) {
        return person.wire().put(setup.path("interruptions/" + id(question) + "/responsible"), object());
    }

    /** Tries to answer. */
    public Answer submit(Person person, JsonNode question, String result, String notes) {
        var form = object().put("Notes", notes).put("Result", result);
        return person.wire().post(setup.path("interruptions/" + id(question) + "/submit"), form);
    }

    /** Takes responsibility and answers. */
    public void answer(Person person, JsonNode question, String result, String notes) {
        take(person, question).succeeded();
        submit(person, question, result, notes).succeeded();
    }
}
