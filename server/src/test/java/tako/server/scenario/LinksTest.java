package tako.server.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.platform.http.TestHttpServer.ADMIN_KEY;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tako.platform.database.TestDatabases;
import tako.server.WireMapper;
import tools.jackson.databind.JsonNode;

/** Every link that a document hands out leads somewhere. */
class LinksTest {
    private ResourceServer server;

    @BeforeEach
    void start() {
        server = new ResourceServer(TestDatabases.sqlite("db/migration/server").database());
        make("environments", "{\"Name\": \"Dev\"}");
        make("machines", """
                {"Name": "this-server", "EnvironmentIds": ["Environments-1"], "Roles": ["web"],
                 "Endpoint": {"CommunicationStyle": "None"}}""");
        make("libraryvariablesets", "{\"Name\": \"Shared\"}");
        make(
                "projects",
                "{\"Name\": \"Web\", \"ProjectGroupId\": \"ProjectGroups-1\", \"LifecycleId\": \"Lifecycles-1\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "environments/Environments-1",
                "machines/Machines-1",
                "machinepolicies/MachinePolicies-1",
                "workerpools/WorkerPools-1",
                "feeds/feeds-builtin",
                "lifecycles/Lifecycles-1",
                "projectgroups/ProjectGroups-1",
                "projects/Projects-1",
                "projects/Projects-1/deploymentsettings",
                "channels/Channels-1",
                "deploymentprocesses/deploymentprocess-Projects-1",
                "libraryvariablesets/LibraryVariableSets-1",
                "variables/variableset-LibraryVariableSets-1",
                "variables/variableset-Projects-1"
            })
    void leadSomewhere(String path) {
        JsonNode links = read("/api/Spaces-1/" + path).path("Links");

        assertThat(links.path("Self").asString()).isNotEmpty();
        var broken = new TreeSet<String>();
        for (Map.Entry<String, JsonNode> link : links.properties()) {
            String address = link.getValue().asString();
            if (!isTemplate(address) && !isPage(address) && send(address).statusCode() != 200) {
                broken.add(link.getKey() + " " + address);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void aProjectsPageIsNamedByItsSlug() {
        assertThat(read("/api/Spaces-1/projects/Projects-1").at("/Links/Web").asString())
                .isEqualTo("/app#/Spaces-1/projects/web");
    }

    @Test
    void theLinksToProjectsAreNoTemplates() {
        assertThat(List.of("lifecycles/Lifecycles-1", "projectgroups/ProjectGroups-1"))
                .allSatisfy(path -> assertThat(read("/api/Spaces-1/" + path)
                                .at("/Links/Projects")
                                .asString())
                        .endsWith("/projects"));
    }

    private static boolean isTemplate(String address) {
        return address.contains("{");
    }

    /** What people open in a browser is the portal's. */
    private static boolean isPage(String address) {
        return address.startsWith("/app#");
    }

    private void make(String collection, String body) {
        assertThat(server.send("POST", "/api/Spaces-1/" + collection, ADMIN_KEY, body)
                        .statusCode())
                .isEqualTo(201);
    }

    private JsonNode read(String path) {
        HttpResponse<String> answer = send(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return WireMapper.mapper().readTree(answer.body());
    }

    private HttpResponse<String> send(String path) {
        return server.send("GET", path, ADMIN_KEY, "");
    }
}
