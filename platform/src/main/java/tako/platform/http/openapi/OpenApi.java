package tako.platform.http.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tako.platform.http.Route;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes routes in an OpenAPI 3.1 document: the same routes give the same document, byte for byte. */
public final class OpenApi {
    private final JsonMapper mapper;
    private final Info info;

    /**
     * What no route tells.
     *
     * @param document the interface of records that travel with {@code Links}, {@code LastModifiedOn} and {@code
     *     LastModifiedBy} beside their own members
     */
    public record Info(String title, String version, Class<?> document) {}

    public OpenApi(JsonMapper mapper, Info info) {
        this.mapper = mapper;
        this.info = info;
    }

    /**
     * The document.
     *
     * @throws IllegalArgumentException when two different types would bear the same name in it
     */
    public ObjectNode of(List<Route<?>> routes) {
        var components = new Components();
        var operations = new Operations(
                mapper,
                new Schemas(mapper, components, Schemas.Direction.ANSWER, info.document()),
                new Schemas(mapper, components, Schemas.Direction.REQUEST, info.document()));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.set("info", SharedParts.info(info));
        document.putArray("servers").addObject().put("url", "/");
        document.set("security", SharedParts.anyCredentials());
        document.set("paths", paths(routes, operations));
        document.set("components", SharedParts.components(components));
        return document;
    }

    /** One entry for each address; routes of one address name its parameters as the first of them does. */
    private static ObjectNode paths(List<Route<?>> routes, Operations operations) {
        Map<String, ObjectNode> byPath = new TreeMap<>();
        Map<String, Address> byShape = new TreeMap<>();
        var ids = new HashSet<String>();
        for (Route<?> route : routes) {
            Address own = Address.of(route);
            Address address = byShape.computeIfAbsent(own.shape(), shape -> own);
            byPath.computeIfAbsent(address.path(), path -> JsonNodeFactory.instance.objectNode())
                    .set(
                            route.method().name().toLowerCase(Locale.ROOT),
                            operations.of(route, address, free(address.operationId(route.method()), ids)));
        }
        ObjectNode paths = JsonNodeFactory.instance.objectNode();
        byPath.forEach(paths::set);
        return paths;
    }

    private static String free(String wanted, Set<String> taken) {
        String id = wanted;
        for (int number = 2; !taken.add(id); number++) {
            id = wanted + number;
        }
        return id;
    }
}
