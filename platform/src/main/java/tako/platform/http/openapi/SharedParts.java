package tako.platform.http.openapi;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What all operations share: credentials, the shape of refusals, the key that makes a request repeatable. */
final class SharedParts {
    static final String REFUSAL = "#/components/responses/Refusal";
    static final String IDEMPOTENCY_KEY = "#/components/parameters/IdempotencyKey";

    private static final String DESCRIPTION = """
            Names of members match in any letter case; members that are not known are ignored or kept. In requests null, "" and \
            a member that is absent mean the same for ids, enumerations, dates and texts. Paths match in any letter case. An \
            address in a space may also be written /api/spaces/{idOrSlug}/…, and without a space, which means the default \
            space, or where x-tako-scope is mixed all spaces.""";

    private SharedParts() {}

    static ObjectNode info(OpenApi.Info info) {
        return node().put("title", info.title()).put("version", info.version()).put("description", DESCRIPTION);
    }

    static ArrayNode anyCredentials() {
        ArrayNode any = JsonNodeFactory.instance.arrayNode();
        for (String scheme : new String[] {"ApiKey", "ApiKeyInQuery", "Bearer", "Session"}) {
            any.addObject().putArray(scheme);
        }
        return any;
    }

    static ObjectNode components(Components schemas) {
        schemas.add("Refusal", refusal());
        ObjectNode components = node();
        components.set("schemas", schemas.all());
        ObjectNode response = components
                .putObject("responses")
                .putObject("Refusal")
                .put("description", "Refused: what, why, and what to do next.");
        response.putObject("content").putObject("application/json").set("schema", Components.reference("Refusal"));
        components.putObject("parameters").set("IdempotencyKey", idempotencyKey());
        components.set("securitySchemes", credentials());
        return components;
    }

    private static ObjectNode refusal() {
        ObjectNode schema = node().put("type", "object");
        schema.putArray("required").add("ErrorMessage");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("ErrorMessage").put("type", "string");
        properties
                .putObject("Errors")
                .put(
                        "description",
                        "The broken rules, each a sentence; absent when there are none, and when the status is 404.")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        properties.putObject("HelpText").put("type", "string");
        properties.putObject("Details").put("type", "object");
        return schema;
    }

    private static ObjectNode idempotencyKey() {
        ObjectNode parameter = node().put("name", "Idempotency-Key")
                .put("in", "header")
                .put(
                        "description",
                        "Repeating a request with the same key within a day gives the first answer and does nothing again.");
        parameter.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 255);
        return parameter;
    }

    private static ObjectNode credentials() {
        ObjectNode schemes = node();
        schemes.set("ApiKey", key("header", "X-Octopus-ApiKey"));
        schemes.set("ApiKeyInQuery", key("query", "apikey"));
        schemes.putObject("Bearer").put("type", "http").put("scheme", "bearer");
        schemes.set(
                "Session",
                key("cookie", "OctopusIdentificationToken")
                        .put(
                                "description",
                                "The name is followed by _ and the installation's id. What changes something also needs the"
                                        + " value of the cookie Octopus-Csrf-Token in the header X-Octopus-Csrf-Token."));
        return schemes;
    }

    private static ObjectNode key(String in, String name) {
        return node().put("type", "apiKey").put("in", in).put("name", name);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
