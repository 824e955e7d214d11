package tako.server.resource;

import java.util.List;
import tako.platform.http.Principal;
import tools.jackson.databind.node.ObjectNode;

/** What a collection's routes call. {@link Documents} is one; a feature with more to do in the same transaction wraps it. */
public interface DocumentService<D extends Document> {
    /** The descriptor. */
    Kind<D> kind();

    /** Some documents of a space. */
    Slice<Stored<D>> list(Principal principal, String space, ListQuery query);

    /** A document by id or slug. @throws tako.platform.http.Problem 404 */
    Stored<D> get(Principal principal, String space, String idOrSlug);

    /** Creates a document from what a client sent. @throws tako.platform.http.Problem 400 with every broken rule */
    Stored<D> create(Principal principal, String space, ObjectNode body);

    /** Replaces a document by what a client sent. */
    Stored<D> update(Principal principal, String space, String idOrSlug, ObjectNode body);

    /** Deletes a document that nothing points at. */
    void delete(Principal principal, String space, String idOrSlug);

    /** A document as clients read it. */
    ObjectNode present(Stored<D> stored);

    /** Documents as clients read them. */
    default List<ObjectNode> present(List<Stored<D>> stored) {
        return stored.stream().map(this::present).toList();
    }
}
