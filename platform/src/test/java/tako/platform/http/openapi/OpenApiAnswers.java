package tako.platform.http.openapi;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers against an OpenAPI document made by {@link OpenApi}. Addresses may be written in each of the forms that the
 * server takes.
 */
public final class OpenApiAnswers {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;
    private final DocumentedPaths paths;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** @param document the whole document, as {@code /api/openapi.json} answers it */
    public OpenApiAnswers(JsonNode document) {
        this.document = document;
        this.paths = new DocumentedPaths(document.path("paths"));
    }

    /**
     * What an answer does that the document does not say.
     *
     * @param method {@code GET}
     * @param path with or without a query
     * @param status the answer's
     * @param body the answer's, "" for none
     * @return sentences; empty when all is well
     */
    public List<String> violations(String method, String path, int status, String body) {
        String what = method + " " + path + " answered " + status;
        if (status >= 400) {
            return refusal(what, status, body);
        }
        Optional<JsonNode> operation = paths.find(path)
                .map(item -> item.get(method.toLowerCase(Locale.ROOT)))
                .filter(found -> !found.isMissingNode());
        if (operation.isEmpty()) {
            return List.of(what + ", but the document has no such operation.");
        }
        return status >= 300 ? List.of() : success(what, operation.get(), body);
    }

    private List<String> success(String what, JsonNode operation, String body) {
        JsonNode schema = operation.at("/responses/2XX/content/application~1json/schema");
        if (schema.isMissingNode()) {
            boolean json = parsed(body)
                    .filter(JsonNode::isContainer)
                    .filter(node -> !node.isEmpty())
                    .isPresent();
            return json ? List.of(what + " with JSON, but its route declares no type of answer.") : List.of();
        }
        Optional<JsonNode> json = parsed(body);
        return json.isEmpty()
                ? List.of(what + " without the JSON that the document promises.")
                : against(what, schema, json.get());
    }

    private List<String> refusal(String what, int status, String body) {
        Optional<JsonNode> json = parsed(body);
        if (json.isEmpty()) {
            return List.of(what + " without JSON.");
        }
        var violations = new ArrayList<>(against(
                what, document.at("/components/responses/Refusal/content/application~1json/schema"), json.get()));
        if (status == 404 && json.get().has("Errors")) {
            violations.add(what + " with Errors: clients then do not see that it is a 404.");
        }
        return violations;
    }

    private List<String> against(String what, JsonNode schema, JsonNode body) {
        return schemas
                .computeIfAbsent(schema.toString(), key -> compiled(schema))
                .validate(body, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> what + ": " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return REGISTRY.getSchema(whole);
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return body.isBlank() ? Optional.empty() : Optional.of(MAPPER.readTree(body));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
