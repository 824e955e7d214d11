package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which route and which space an address means. */
class AddressesTest {
    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(EchoRoutes.table());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /api,                                     root,         ''
            /api/,                                    root,         ''
            /API/,                                    root,         ''
            /api/Spaces-1,                            space root,   Spaces-1
            /api/spaces-2/,                           space root,   Spaces-2
            /api/spaces,                              spaces,       ''
            /api/spaces/Spaces-2,                     space,        ''
            /api/spaces/second,                       space,        ''
            /api/spaces/second/search,                search,       ''
            /api/users/me,                            me,           ''
            /api/projects,                            projects,     Spaces-1
            /api/projects/,                           projects,     Spaces-1
            /api/Spaces-2/projects,                   projects,     Spaces-2
            /api/SPACES-2/PROJECTS,                   projects,     Spaces-2
            /api/spaces/Spaces-2/projects,            projects,     Spaces-2
            /api/spaces/SECOND/projects/Projects-1,   project,      Spaces-2
            /api/Spaces-2/projects/ALL,               all projects, Spaces-2
            /api/Spaces-2/projects/Projects-1,        project,      Spaces-2
            /api/projects/Projects-1/channels/Dev,    channel,      Spaces-1
            /api/tasks/ServerTasks-1,                 task,         ''
            /api/Spaces-2/tasks/ServerTasks-1,        task,         Spaces-2
            /readyz,                                  ready,        ''
            /app,                                     portal,       ''
            /app/projects/x,                          portal,       ''
            """)
    void an_address_means_a_route_and_a_space(String path, String route, String space) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(TestHttpServer.json(answer).get("Route").asString()).isEqualTo(route);
        assertThat(TestHttpServer.json(answer).get("Space").asString()).isEqualTo(space);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/Spaces-9/projects, The resource 'Spaces-9' was not found.",
        "/api/spaces/third/projects, The resource 'third' was not found.",
        "/api/Spaces-9, The resource 'Spaces-9' was not found."
    })
    void an_unknown_space_is_not_found(String path, String message) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestHttpServer.json(answer).get("ErrorMessage").asString()).isEqualTo(message);
        assertThat(TestHttpServer.json(answer).has("Errors")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/api/nothing",
        "/api/Spaces-1/nothing",
        "/api/Spaces-1/users/me",
        "/api//projects",
        "/api/projects//channels/x",
        "/nothing",
        "/api/spaces/second/nothing",
        "/api/readyz",
        "/api/app"
    })
    void other_addresses_are_not_found(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestHttpServer.json(answer).has("Errors")).isFalse();
    }

    @Test
    void without_credentials_nobody_learns_whether_a_space_exists() {
        int known =
                server.send(server.request("/api/Spaces-1/projects").build()).statusCode();
        int unknown =
                server.send(server.request("/api/Spaces-9/projects").build()).statusCode();

        assertThat(known).isEqualTo(401);
        assertThat(unknown).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            feature%2Flogin,      feature/login
            a%20b,                a b
            a+b,                  a+b
            %C3%A4,               ä
            100%25,               100%
            a%3Bb,                a;b
            a%5Cb,                a\\b
            ...,                  ...
            """)
    void a_parameter_is_decoded_once(String sent, String meant) {
        JsonNode understood = TestHttpServer.json(server.get("/api/projects/" + sent));

        assertThat(understood.get("Parameters").get("id").asString()).isEqualTo(meant);
    }

    @Test
    void a_list_comes_repeated_and_joined_and_its_name_in_any_case() {
        JsonNode understood = TestHttpServer.json(server.get("/api/projects?ids=A%2CB&IDS=C,,&ids="));

        assertThat(understood.get("Ids").toString()).isEqualTo("[\"A\",\"B\",\"C\"]");
    }
}
