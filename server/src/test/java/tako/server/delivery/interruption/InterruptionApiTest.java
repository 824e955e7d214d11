package tako.server.delivery.interruption;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.http.TestHttpServer.GUEST_KEY;
import static tako.platform.http.TestHttpServer.json;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;
import tako.platform.database.TestDatabases;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tako.platform.task.ManualClock;
import tako.server.WireMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients send and read, over HTTP. Ada is an administrator, Gil is in no team. */
class InterruptionApiTest {
    private static final String BASE = "/api/Spaces-1/interruptions";
    private static final String PROCEED = "{\"Instructions\": null, \"Notes\": \"Fine\", \"Result\": \"Proceed\"}";

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite("db/migration/server");

    private InterruptionFixture here;
    private TestHttpServer server;
    private String id;

    @BeforeEach
    void start() {
        here = new InterruptionFixture(fresh.database(), new ManualClock()).peopled();
        server = TestHttpServer.start(new RouteTable(new InterruptionRoutes(here.answers).routes()));
        id = here.ask(here.task(), "k", List.of("Teams-1"), Optional.empty()).id();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(String path) {
        return server.send(server.asAdmin(path).PUT(BodyPublishers.noBody()).build());
    }

    private String submit() {
        return BASE + "/" + id + "/submit";
    }

    private String responsible() {
        return BASE + "/" + id + "/responsible";
    }

    @Test
    @Tag("rule:interruption.form")
    void an_open_question_is_read_as_clients_know_it() {
        JsonNode read = json(server.get(BASE + "/" + id.toLowerCase(Locale.ROOT)));
        var form = (ObjectNode) read.deepCopy();
        form.remove("Form");
        assertThat(form).isEqualTo(WireMapper.mapper().readTree("""
                {"Id": "Interruptions-1", "SpaceId": "Spaces-1", "Title": "Deployment Sign Off", "Type": "ManualIntervention",
                 "Created": "2030-01-01T00:00:00.000+00:00", "IsPending": true,
                 "RelatedDocumentIds": ["Deployments-1", "Projects-1", "Environments-2", "Releases-1", "ServerTasks-1"],
                 "ResponsibleTeamIds": ["Teams-1"], "ResponsibleUserId": null, "CanTakeResponsibility": true,
                 "HasResponsibility": false, "TaskId": "ServerTasks-1", "CorrelationId": "ServerTasks-1/step-2",
                 "IsLinkedToOtherInterruption": false, "PullRequests": [], "State": "Pending",
                 "Deadline": "2030-01-31T00:00:00.000+00:00", "ResponsibleSince": null,
                 "Links": {"Self": "/api/Spaces-1/interruptions/Interruptions-1",
                   "Submit": "/api/Spaces-1/interruptions/Interruptions-1/submit",
                   "Responsible": "/api/Spaces-1/interruptions/Interruptions-1/responsible",
                   "Task": "/api/tasks/ServerTasks-1"}}"""));
        assertThat(read.at("/Form/Elements/0/Control/Text").asString()).isEqualTo("Open *it*.");
    }

    @Test
    @Tag("rule:interruption.take-then-answer")
    void a_client_takes_answers_and_reads_what_it_said() {
        assertThat(server.get(responsible()).statusCode()).isEqualTo(404);
        assertThat(server.post(submit(), PROCEED).statusCode()).isEqualTo(400);
        HttpResponse<String> taken = put(responsible());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(json(taken).path("Username").asString()).isEqualTo("ada");
        assertThat(json(server.get(responsible())).path("Id").asString()).isEqualTo("Users-ada");

        HttpResponse<String> answered = server.post(submit(), PROCEED);
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
        assertThat(json(answered).path("IsPending").asBoolean()).isFalse();
        assertThat(json(answered).at("/Form/Values/Result").asString()).isEqualTo("Proceed");
        assertThat(server.post(submit(), PROCEED).statusCode()).isEqualTo(409);
        assertThat(put(responsible()).statusCode()).isEqualTo(409);
    }

    @Test
    void the_form_of_newer_clients_is_taken_too_and_what_is_no_answer_is_refused() {
        put(responsible());
        assertThat(server.post(submit(), "{}").body()).contains("Result: '' is no answer");
        assertThat(server.post(submit(), "{\"Result\": \"Maybe\"}").statusCode())
                .isEqualTo(400);
        String endless = "{\"Result\": \"Proceed\", \"Notes\": \"" + "x".repeat(20_001) + "\"}";
        assertThat(server.post(submit(), endless).body()).contains("Notes: they are 20001 characters long");
        assertThat(server.post(
                                submit(),
                                "{\"Id\": \"Interruptions-1\", \"SpaceId\": \"Spaces-1\", \"result\": \"abort\", \"notes\": \"No\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(here.decision(id)).get().extracting("notes").isEqualTo("No");
    }

    @Test
    @Tag("rule:interruption.refusal-names-who-may")
    void whoever_is_in_no_responsible_team_reaches_the_question_and_is_told_who_may() {
        HttpResponse<String> refused = server.send(server.request(responsible())
                .header("X-Octopus-ApiKey", GUEST_KEY)
                .PUT(BodyPublishers.noBody())
                .build());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Only members of Stakeholders (Grace, Linus), or administrators");
    }

    @Test
    void a_page_is_filtered_by_what_it_regards_and_whether_it_is_open() {
        assertThat(json(server.get(BASE + "?regarding=ServerTasks-1&pendingOnly=true"))
                        .at("/Items/0/Id")
                        .asString())
                .isEqualTo(id);
        assertThat(json(server.get(BASE + "?regarding=ServerTasks-2"))
                        .path("TotalResults")
                        .asInt())
                .isZero();
        JsonNode page = json(server.get(BASE + "?ids=" + id + "&take=0"));
        assertThat(page.path("ItemType").asString()).isEqualTo("Interruption");
        assertThat(page.path("TotalResults").asInt()).isEqualTo(1);
        assertThat(server.get("/api/Spaces-2/interruptions/" + id).statusCode()).isEqualTo(404);
    }
}
