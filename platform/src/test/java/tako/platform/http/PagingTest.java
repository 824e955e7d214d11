package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PagingTest {
    private static final int TOTAL = 65;
    private static TestHttpServer server;

    @BeforeAll
    static void start() {
        server = TestHttpServer.start(new RouteTable(List.of(Endpoint.get("/plants")
                .query("partialName", "ids")
                .answersPage(String.class)
                .does(call -> {
                    Paging paging = Paging.of(call, Paging.USUAL_TAKE, "partialName", "ids", "skip");
                    int size = Math.max(0, Math.min(paging.take(), TOTAL - paging.skip()));
                    return Response.ok(paging.page("Plant", Collections.nCopies(size, "x"), TOTAL));
                }))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode page(String query) {
        return TestHttpServer.json(server.get("/api/Spaces-1/plants" + query));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                          30, 30, 3, 2, /api/Spaces-1/plants?skip=30&take=30",
        "?skip=30,                    30, 30, 3, 2, /api/Spaces-1/plants?skip=60&take=30",
        "?skip=60,                     5, 30, 3, 2, ",
        "?take=65,                    65, 65, 1, 0, ",
        "?take=2147483647,            65, 2147483647, 1, 0, ",
        "?take=2147483647&skip=60,     5, 2147483647, 1, 0, ",
        "?skip=2147483647,             0, 30, 3, 2, ",
        "?take=0,                      0,  0, 1, 0, ",
        "?Ids=A%2CB&TAKE=1&apikey=API-ADMIN, 1, 1, 65, 64, /api/Spaces-1/plants?Ids=A%2CB&skip=1&take=1"
    })
    void a_page_is_counted_and_linked(String query, int items, int size, int pages, int last, String next) {
        JsonNode page = page(query);

        assertThat(page.get("Items").size()).isEqualTo(items);
        assertThat(page.get("TotalResults").asInt()).isEqualTo(TOTAL);
        assertThat(page.get("ItemsPerPage").asInt()).isEqualTo(size);
        assertThat(page.get("NumberOfPages").asInt()).isEqualTo(pages);
        assertThat(page.get("LastPageNumber").asInt()).isEqualTo(last);
        assertThat(page.get("Links").path("Page.Next").asString(null)).isEqualTo(next);
    }

    @Test
    void following_the_links_ends() {
        JsonNode page = page("?take=7&partialName=x");
        int seen = page.get("Items").size();
        while (page.get("Links").has("Page.Next")) {
            page = TestHttpServer.json(
                    server.get(page.get("Links").get("Page.Next").asString()));
            seen += page.get("Items").size();
        }

        assertThat(seen).isEqualTo(TOTAL);
    }

    @Test
    void the_template_names_each_filter_once() {
        assertThat(page("").get("Links").get("Template").asString())
                .isEqualTo("/api/Spaces-1/plants{?skip,take,partialName,ids}");
    }

    @ParameterizedTest
    @CsvSource({"?skip=-1", "?take=x"})
    void what_is_no_page_is_refused(String query) {
        assertThat(server.get("/api/plants" + query).statusCode()).isEqualTo(400);
    }
}
