package tako.server.resource;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.HttpMethod;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tools.jackson.databind.node.ObjectNode;

/**
 * The routes of a collection of documents, made from its descriptor: the page, {@code /all}, one by id or slug, create,
 * replace and delete. A collection may also hang under each document that owns some of it ({@code /projects/{id}/channels}).
 */
public final class DocumentRoutes<D extends Document> {
    private final DocumentService<D> service;
    private final DocumentLists<D> lists;
    private final Optional<Owned> owned;
    private final String path;
    private final String label;

    /**
     * That a collection hangs under its owners.
     *
     * @param owners those documents
     * @param member the member in which a document names its owner, {@code ProjectId}
     */
    public record Owned(DocumentService<?> owners, String member) {}

    private DocumentRoutes(DocumentService<D> service, Optional<Owned> owned) {
        Kind<D> kind = service.kind();
        this.service = service;
        this.lists = new DocumentLists<>(service);
        this.owned = owned;
        this.path = owned.map(owner -> "/" + owner.owners().kind().path() + "/{ownerId}")
                        .orElse("") + "/" + kind.path();
        this.label = kind.itemType()
                + owned.map(owner -> " of a " + owner.owners().kind().itemType())
                        .orElse("");
    }

    /** The routes of a collection at its own address. */
    public static <D extends Document> DocumentRoutes<D> of(DocumentService<D> service) {
        return new DocumentRoutes<>(service, Optional.empty());
    }

    /** The routes of a collection below the address of each owner. */
    public static <D extends Document> DocumentRoutes<D> under(Owned owned, DocumentService<D> service) {
        return new DocumentRoutes<>(service, Optional.of(owned));
    }

    /** Reading and writing. */
    public List<Route<?>> all() {
        return Stream.concat(readOnly().stream(), writing().stream()).toList();
    }

    /** Reading, replacing and deleting, for kinds that are created in more ways than one. */
    public List<Route<?>> allButCreate() {
        return all().stream().filter(route -> route.method() != HttpMethod.POST).toList();
    }

    /** The page, {@code /all} and one by id or slug. */
    public List<Route<?>> readOnly() {
        Kind<D> kind = service.kind();
        return List.of(
                endpoint(Endpoint.get(path), kind.grants().view())
                        .query(lists.parameters())
                        .summary("Lists: " + label)
                        .answersPage(kind.type())
                        .does(call -> lists.page(call, ofOwner(call))),
                endpoint(Endpoint.get(path + "/all"), kind.grants().view())
                        .query(lists.parameters())
                        .summary("Lists all: " + label)
                        .answers(kind.type().arrayType())
                        .does(call -> lists.all(call, ofOwner(call))),
                endpoint(Endpoint.get(path + "/{id}"), kind.grants().view())
                        .summary("Reads: " + label)
                        .answers(kind.type())
                        .does(call -> Response.ok(service.present(find(call)))));
    }

    private List<Route<?>> writing() {
        Kind<D> kind = service.kind();
        return List.of(
                endpoint(Endpoint.post(path), kind.grants().create())
                        .summary("Creates: " + label)
                        .answers(kind.type())
                        .takes(ObjectNode.class, kind.example(), this::create),
                endpoint(Endpoint.put(path + "/{id}"), kind.grants().edit())
                        .summary("Replaces: " + label)
                        .answers(kind.type())
                        .takes(ObjectNode.class, kind.example(), this::update),
                endpoint(Endpoint.delete(path + "/{id}"), kind.grants().delete())
                        .summary("Deletes: " + label)
                        .does(this::delete));
    }

    private Endpoint endpoint(Endpoint endpoint, String permission) {
        return endpoint.in(service.kind().spaced() ? Scope.SPACE : Scope.SYSTEM).needs(permission);
    }

    private Response create(Call<ObjectNode> call) {
        ObjectNode body = call.body();
        owner(call).ifPresent(id -> assign(body, owned.orElseThrow().member(), id));
        return Response.created(service.present(service.create(call.principal(), call.space(), body)));
    }

    private Response update(Call<ObjectNode> call) {
        ObjectNode body = call.body();
        owner(call).ifPresent(id -> assign(body, owned.orElseThrow().member(), id));
        return Response.ok(service.present(service.update(call.principal(), call.space(), idOf(call), body)));
    }

    private Response delete(Call<Void> call) {
        service.delete(call.principal(), call.space(), idOf(call));
        return Response.emptyObject();
    }

    /** The id as written, or that of a document which does belong to the owner in the address. */
    private String idOf(Call<?> call) {
        return owned.isPresent() ? find(call).id() : call.path("id");
    }

    /** @throws Problem 404 also for a document of another owner */
    private Stored<D> find(Call<?> call) {
        Optional<String> owner = owner(call);
        Stored<D> stored = service.get(call.principal(), call.space(), call.path("id"));
        if (owner.isPresent()
                && !service.kind().relations().owner().apply(stored.value()).equals(owner.get())) {
            throw Problem.notFound(call.path("id"));
        }
        return stored;
    }

    private Optional<String> owner(Call<?> call) {
        return owned.map(owner -> owner.owners()
                .get(call.principal(), call.space(), call.path("ownerId"))
                .id());
    }

    private UnaryOperator<ListQuery> ofOwner(Call<?> call) {
        Optional<String> owner = owner(call);
        return query -> owner.map(query::withOwner).orElse(query);
    }

    private static void assign(ObjectNode body, String member, String value) {
        Members.remove(body, member);
        body.put(member, value);
    }
}
