package tako.platform.http.openapi;

import java.util.Locale;
import java.util.Set;
import tako.platform.http.Access;
import tako.platform.http.HttpMethod;
import tako.platform.http.PathTemplate;
import tako.platform.http.Route;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One route as an operation. */
final class Operations {
    private static final Set<String> NUMBERS = Set.of("skip", "take");

    private final JsonMapper mapper;
    private final Schemas answers;
    private final Schemas requests;

    Operations(JsonMapper mapper, Schemas answers, Schemas requests) {
        this.mapper = mapper;
        this.answers = answers;
        this.requests = requests;
    }

    ObjectNode of(Route<?> route, Address address, String id) {
        ObjectNode operation = node().put("operationId", id);
        if (!address.tag().isEmpty()) {
            operation.putArray("tags").add(address.tag());
        }
        if (!route.summary().isEmpty()) {
            operation.put("summary", route.summary());
        }
        addAccess(route.access(), operation);
        operation.put("x-tako-scope", route.scope().name().toLowerCase(Locale.ROOT));
        ArrayNode parameters = parameters(route, address);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        if (route.hasBody()) {
            operation.set("requestBody", body(route));
        }
        operation.set("responses", responses(route));
        return operation;
    }

    private static void addAccess(Access access, ObjectNode operation) {
        switch (access) {
            case Access.Anonymous ignored -> operation.putArray("security");
            case Access.SignedIn ignored -> {}
            case Access.Needs needs -> operation.put("x-tako-permission", needs.permission());
        }
    }

    private static ArrayNode parameters(Route<?> route, Address address) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        for (PathTemplate.Segment segment : address.segments()) {
            switch (segment) {
                case PathTemplate.Literal ignored -> {}
                case PathTemplate.Parameter parameter -> parameters.add(inPath(parameter.name()));
                case PathTemplate.Rest rest ->
                    parameters.add(inPath(rest.name())
                            .put("description", "The rest of the path, slashes included.")
                            .put("x-tako-rest", true));
            }
        }
        route.query().forEach(name -> parameters.add(inQuery(name)));
        if (route.method() == HttpMethod.POST && (!route.hasBody() || route.hasJsonBody())) {
            parameters.add(node().put("$ref", SharedParts.IDEMPOTENCY_KEY));
        }
        return parameters;
    }

    private static ObjectNode inPath(String name) {
        ObjectNode parameter = node().put("name", name).put("in", "path").put("required", true);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static ObjectNode inQuery(String name) {
        ObjectNode parameter = node().put("name", name).put("in", "query");
        ObjectNode schema = parameter.putObject("schema");
        if (NUMBERS.contains(name)) {
            schema.put("type", "integer").put("minimum", 0);
        } else {
            schema.put("type", "string");
        }
        return parameter;
    }

    private ObjectNode body(Route<?> route) {
        ObjectNode body = node().put("required", true);
        ObjectNode content = body.putObject("content");
        if (route.hasJsonBody()) {
            ObjectNode json = content.putObject("application/json");
            json.set("schema", requests.of(route.request()));
            route.example().ifPresent(example -> json.set("example", mapper.valueToTree(example)));
        } else {
            content.putObject("application/octet-stream");
        }
        return body;
    }

    private ObjectNode responses(Route<?> route) {
        ObjectNode responses = node();
        ObjectNode success = responses.putObject("2XX").put("description", "Done.");
        if (route.answer() != Void.class) {
            success.putObject("content").putObject("application/json").set("schema", answers.of(route.answer()));
        }
        responses.putObject("default").put("$ref", SharedParts.REFUSAL);
        return responses;
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
