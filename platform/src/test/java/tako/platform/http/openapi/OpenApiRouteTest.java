package tako.platform.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tako.platform.http.Route;
import tako.platform.http.RouteTable;
import tako.platform.http.TestHttpServer;
import tools.jackson.databind.JsonNode;

class OpenApiRouteTest {
    @Test
    void anybody_gets_the_document_which_is_made_once_and_describes_itself() {
        var asked = new AtomicInteger();
        var routes = new ArrayList<Route<?>>();
        var openApi = new OpenApi(TestHttpServer.MAPPER, new OpenApi.Info("Garden", "1", SmallTable.Document.class));
        routes.add(OpenApiRoute.of(openApi, () -> {
            asked.incrementAndGet();
            return List.copyOf(routes);
        }));
        routes.addAll(SmallTable.routes());
        try (var server = TestHttpServer.start(new RouteTable(routes))) {
            HttpResponse<String> answer =
                    server.send(server.request("/api/openapi.json").build());
            JsonNode document = TestHttpServer.json(answer);
            server.get("/api/openapi.json");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
            assertThat(document.path("paths").propertyNames()).contains("/api/openapi.json", "/api/{spaceId}/plants");
            assertThat(new OpenApiAnswers(document).violations("GET", "/api/openapi.json", 200, answer.body()))
                    .isEmpty();
            assertThat(asked).hasValue(1);
        }
    }
}
