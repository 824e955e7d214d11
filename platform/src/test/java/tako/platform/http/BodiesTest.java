package tako.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What bodies may look like, and what people read when they do not. */
class BodiesTest {
    private static TestHttpServer server;

    enum Light {
        FULL_SUN,
        SHADE
    }

    record Plant(
            String name,
            int height,
            boolean edible,
            Light light,
            Optional<Instant> plantedAt,
            Optional<Duration> every,
            List<Leaf> leaves) {}

    record Leaf(double width) {}

    private static final Plant EXAMPLE = new Plant(
            "Rose",
            30,
            false,
            Light.SHADE,
            Optional.of(Instant.parse("2030-01-31T09:30:00Z")),
            Optional.of(Duration.ofHours(1)),
            List.of(new Leaf(1.5)));

    @BeforeAll
    static void start() {
        List<Route<?>> routes = new ArrayList<>();
        routes.add(Endpoint.post("/plants").takes(Plant.class, EXAMPLE, call -> Response.created(call.body())));
        routes.add(Endpoint.post("/loose")
                .takes(
                        ObjectNode.class,
                        EXAMPLE,
                        call -> Response.ok(TestHttpServer.MAPPER.treeToValue(call.body(), Plant.class))));
        routes.add(Endpoint.post("/bytes").takes(byte[].class, "", call -> Response.ok(call.body().length)));
        routes.add(Endpoint.post("/stream").takes(InputStream.class, "", call -> Response.ok(length(call.body()))));
        HttpSettings usual = TestHttpServer.settings();
        var settings = new HttpSettings(
                usual.listen(), new HttpSettings.Limits(2_000, 50_000, 10, 0), usual.timings(), usual.version());
        server = TestHttpServer.start(new RouteTable(routes), settings, RequestObserverList.ignoring());
    }

    private static long length(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String error(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return TestHttpServer.json(answer).get("Errors").get(0).asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Name\":\"Rose\",\"Height\":30,\"Light\":\"Shade\"}",
                "{\"nAME\":\"Rose\",\"height\":\"30\",\"LIGHT\":\"shade\",\"edible\":\"False\"}",
                "{\"Name\":\"Rose\",\"Height\":30,\"Light\":\"Shade\",\"PlantedAt\":\"\",\"Every\":null,\"Leaves\":null,\"What\":{}}"
            })
    void what_clients_send_is_understood(String body) {
        HttpResponse<String> answer = server.post("/api/plants", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"Name\":\"Rose\",\"Height\":30,\"Edible\":false,\"Light\":\"Shade\","
                        + "\"PlantedAt\":null,\"Every\":null,\"Leaves\":[]}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"Height": "tall"}          | Height: a whole number is expected, but 'tall' was sent. Example: "Height": 30
            {"Height": [1]}             | Height: a whole number is expected, but a list was sent. Example: "Height": 30
            {"Edible": "perhaps"}       | Edible: true or false is expected, but 'perhaps' was sent. Example: "Edible": false
            {"Light": "Moon"}           | Light: one of FullSun, Shade is expected, but 'Moon' was sent. Example: "Light": "Shade"
            {"Leaves": {}}              | Leaves: a list is expected, but an object was sent.
            {"Leaves": [{"Width": {}}]} | Leaves[0].Width: a number is expected, but an object was sent. Example: "Width": 1.5
            {"Every": "soon"}           | Every: a span of time such as 01:00:00 is expected, but 'soon' was sent. Example: "Every": "01:00:00"
            {"PlantedAt": "now"}        | PlantedAt: a date and time such as 2026-01-31T09:30:00.000+00:00 is expected, but 'now' was sent.
            {"Height": 99999999999}     | Height: a number of this size
            []                          | The body: an object is expected, but a list was sent.
            """)
    void what_is_wrong_is_said_with_its_place_and_an_example(String body, String told) {
        assertThat(error(server.post("/api/plants", body))).startsWith(told);
        if (!body.equals("[]")) {
            assertThat(error(server.post("/api/loose", body))).startsWith(told);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"Name\":\"a\",}", "nonsense", "{\"Name\":'a'}"})
    void what_is_no_json_is_said_with_line_and_column(String body) {
        HttpResponse<String> answer = server.post("/api/plants", body);

        assertThat(error(answer)).startsWith("The body is not valid JSON at line 1, column ");
        assertThat(TestHttpServer.json(answer).get("Details").get("Line").asInt())
                .isEqualTo(1);
    }

    @Test
    void what_follows_after_the_body_is_said() {
        assertThat(error(server.post("/api/plants", "{} {}")))
                .startsWith("The body goes on after the end of its JSON at line 1, column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void a_missing_body_is_answered_with_an_example(String body) {
        HttpResponse<String> answer = server.post("/api/plants", body);

        assertThat(error(answer)).startsWith("The body is missing.");
        JsonNode example = TestHttpServer.json(answer).get("Details").get("Example");
        assertThat(server.post("/api/plants", example.toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void a_body_that_is_nested_without_end_is_refused() {
        String deep = "{\"What\":" + "[".repeat(1_500);

        assertThat(server.post("/api/plants", deep).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/api/plants, 2001", "/api/bytes, 50001", "/api/stream, 50001"})
    void a_body_that_is_too_large_is_refused_whether_announced_or_not(String path, int size) {
        byte[] body = " ".repeat(size).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> announced = server.send(
                server.asAdmin(path).POST(BodyPublishers.ofByteArray(body)).build());
        HttpResponse<String> streamed = server.send(server.asAdmin(path)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(TestHttpServer.json(streamed).get("ErrorMessage").asString()).contains("larger than");
    }

    @ParameterizedTest
    @CsvSource({"/api/bytes", "/api/stream"})
    void other_bodies_arrive_as_they_are(String path) {
        assertThat(server.post(path, "x".repeat(50_000)).body()).isEqualTo("50000");
    }

    @Test
    void whoIsAnsweredBeforeTheBodyCameIsToldThatTheConnectionEnds() throws IOException {
        RawAnswer answer = RawAnswer.exchange(
                server, "POST /api/Spaces-1/plants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Connection")).isEqualTo("close");
    }
}
