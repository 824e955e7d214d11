package tako.server.infrastructure.environment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Permissions;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
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

    private final Database database;
    private final Permissions permissions;
    private final Documents<Environment> documents;

    public Environments(Engine engine) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = new Documents<>(KIND, engine);
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

    /** Creates an environment; without a sort order of its own it goes last. */
    @Override
    public Stored<Environment> create(Principal principal, String space, ObjectNode body) {
        permissions.require(principal, KIND.grants().create(), space);
        return database.write(tx -> {
            ObjectNode placed = body.deepCopy();
            placed.put("SortOrder", documents.nextSort(tx, space));
            return documents.insert(tx, principal, space, placed);
        });
    }

    @Override
    public Stored<Environment> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        return documents.update(principal, space, idOrSlug, body);
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
        database.change(tx -> {
            List<Stored<Environment>> all = inOrder(tx, space);
            List<String> order = SortOrder.of(all.stream().map(Stored::id).toList(), ids);
            for (int place = 0; place < order.size(); place++) {
                Stored<Environment> environment = find(all, order.get(place));
                if (environment.value().sortOrder() != place) {
                    ObjectNode moved = environment.json().deepCopy();
                    moved.put("SortOrder", place);
                    documents.replace(tx, principal, environment, moved);
                }
            }
        });
    }

    @Override
    public ObjectNode present(Stored<Environment> stored) {
        return documents.present(stored);
    }

    private static Stored<Environment> find(List<Stored<Environment>> all, String id) {
        Optional<Stored<Environment>> found =
                all.stream().filter(stored -> stored.id().equalsIgnoreCase(id)).findFirst();
        return found.orElseThrow(() -> Problem.invalid(
                "'" + id + "' is no environment of this space. Send ids of existing environments, each once."));
    }
}
