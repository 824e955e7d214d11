package tako.server.infrastructure.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.resource.DocumentOrder;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Members;
import tako.server.resource.Permissions;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The environments of a space, in the order in which releases usually pass them. */
public final class Environments implements DocumentService<Environment> {
    /** The descriptor. */
    public static final Kind<Environment> KIND = Kind.of(
                    Environment.class, "Environment", "Environments", "environment")
            .names(new Kind.Names(50, true, true))
            .order("sort, name_key, id_key")
            .take(10)
            .links(environment -> Map.of(
                    "Machines",
                    "{self}/machines{?skip,take,partialName,roles,isDisabled,healthStatuses,commStyles,tenantIds,tenantTags,shellNames}",
                    "SinglyScopedVariableDetails",
                    "{self}/singlyScopedVariableDetails",
                    "Metadata",
                    "{self}/metadata"))
            .example(Map.of("Name", "Staging", "Description", "Like production, for rehearsals"))
            .build();

    private static final String SORT_ORDER = "SortOrder";

    private final Database database;
    private final Permissions permissions;
    private final Documents<Environment> documents;
    private final DocumentOrder<Environment> order;

    public Environments(Engine engine) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = new Documents<>(KIND, engine);
        this.order = new DocumentOrder<>(documents);
    }

    /** The rows, for services that work in a transaction of their own. */
    public Documents<Environment> documents() {
        return documents;
    }

    /** Every environment of a space in its order. */
    public List<Stored<Environment>> inOrder(View view, String space) {
        return documents.all(view, space);
    }

    @Override
    public Kind<Environment> kind() {
        return KIND;
    }

    @Override
    public Slice<Stored<Environment>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<Environment> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    /** Creates an environment. The sort order sent is kept while it is free; otherwise the environment goes last. */
    @Override
    public Stored<Environment> create(Principal principal, String space, ObjectNode body) {
        permissions.require(principal, KIND.grants().create(), space);
        return database.write(tx -> {
            ObjectNode placed = body.deepCopy();
            if (sortOrder(body).filter(order -> isFree(tx, space, order)).isEmpty()) {
                place(placed, documents.nextSort(tx, space));
            }
            return documents.insert(tx, principal, space, placed);
        });
    }

    /** Replaces an environment; without a sort order it stays where it is. */
    @Override
    public Stored<Environment> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        permissions.require(principal, KIND.grants().edit(), space);
        return database.write(tx -> {
            Stored<Environment> before = documents.require(tx, space, idOrSlug);
            ObjectNode placed = body.deepCopy();
            if (sortOrder(body).isEmpty()) {
                place(placed, before.value().sortOrder());
            }
            return documents.replace(tx, principal, before, placed);
        });
    }

    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        documents.delete(principal, space, idOrSlug);
    }

    /**
     * Puts the environments of a space in the order of the ids; those not named keep their order behind them.
     *
     * @throws Problem 400 naming an id that is no environment of the space
     */
    public void sort(Principal principal, String space, List<String> ids) {
        permissions.require(principal, KIND.grants().edit(), space);
        database.change(tx -> order.arrange(tx, principal, space, ids));
    }

    @Override
    public ObjectNode present(Stored<Environment> stored) {
        return documents.present(stored);
    }

    private boolean isFree(View view, String space, int place) {
        return inOrder(view, space).stream()
                .noneMatch(environment -> environment.value().sortOrder() == place);
    }

    private static Optional<Integer> sortOrder(ObjectNode body) {
        return Members.find(body, SORT_ORDER)
                .filter(value -> value.isNumber() && value.asInt() >= 0)
                .map(JsonNode::asInt);
    }

    private static void place(ObjectNode body, int place) {
        Members.remove(body, SORT_ORDER);
        body.put(SORT_ORDER, place);
    }
}
