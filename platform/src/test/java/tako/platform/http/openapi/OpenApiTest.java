package tako.platform.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tako.platform.http.Endpoint;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.TestHttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest {
    private static final OpenApi OPEN_API =
            new OpenApi(TestHttpServer.MAPPER, new OpenApi.Info("Garden", "1.2.3", SmallTable.Document.class));

    private final ObjectNode document = OPEN_API.of(SmallTable.routes());

    @Test
    void a_table_has_this_document() throws IOException {
        String shown = TestHttpServer.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document);

        assertThat(shown.strip()).isEqualTo(golden().strip());
    }

    private static String golden() throws IOException {
        try (InputStream file = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream("garden.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = new ArrayList<String>();
        collect(document, references);

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.path("discriminator").path("mapping").values().forEach(target -> references.add(target.asString()));
        node.values().forEach(child -> collect(child, references));
    }

    @Test
    void every_operation_has_an_id_of_its_own() {
        List<String> ids = document.path("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(ids)
                .hasSize(SmallTable.routes().size())
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void ids_that_would_be_alike_are_numbered() {
        ObjectNode twins = OPEN_API.of(List.of(
                Endpoint.get("/a-b").does(call -> Response.empty()),
                Endpoint.get("/a/b").does(call -> Response.empty())));

        assertThat(twins.at("/paths/~1api~1{spaceId}~1a-b/get/operationId").asString())
                .isEqualTo("getAB");
        assertThat(twins.at("/paths/~1api~1{spaceId}~1a~1b/get/operationId").asString())
                .isEqualTo("getAB2");
    }

    @Test
    void every_parameter_of_a_path_is_declared() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    List<String> declared = operation.getValue().path("parameters").values().stream()
                            .filter(parameter ->
                                    parameter.path("in").asString("").equals("path"))
                            .map(parameter -> "{" + parameter.get("name").asString() + "}")
                            .toList();
                    List<String> written = Arrays.stream(path.getKey().split("/"))
                            .filter(segment -> segment.startsWith("{"))
                            .toList();
                    assertThat(declared).as(path.getKey()).isEqualTo(written);
                }));
    }

    @Test
    void of_two_types_alike_the_second_carries_its_packages_name() {
        ObjectNode both = OPEN_API.of(List.of(
                Endpoint.get("/one").answers(OneNamed.Thing.class).does(call -> Response.empty()),
                Endpoint.get("/other").answers(OneNamedThing.class).does(call -> Response.empty())));

        assertThat(both.path("components").path("schemas").propertyNames())
                .containsExactly("OpenApiTestOneNamedThing", "OpenapiOpenApiTestOneNamedThing", "Refusal");
    }

    @Test
    void three_types_alike_are_refused() {
        var routes = List.<Route<?>>of(
                Endpoint.get("/one").answers(OneNamed.Thing.class).does(call -> Response.empty()),
                Endpoint.get("/other").answers(OneNamedThing.class).does(call -> Response.empty()),
                Endpoint.get("/third").answers(One.NamedThing.class).does(call -> Response.empty()));

        assertThatThrownBy(() -> OPEN_API.of(routes)).hasMessageContaining("OpenapiOpenApiTestOneNamedThing");
    }

    static final class OneNamed {
        record Thing(String a) {}
    }

    static final class One {
        record NamedThing(String b) {}
    }

    record OneNamedThing(String c) {}
}
