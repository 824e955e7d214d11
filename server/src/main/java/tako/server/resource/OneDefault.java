package tako.server.resource;

import java.util.function.Function;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents of which exactly one among its siblings is the default, told by the member {@code IsDefault}: giving the mark to
 * another moves it; taking it away, and deleting the document that has it, are refused.
 */
public final class OneDefault<D extends Document> implements DocumentService<D> {
    private static final String MEMBER = "IsDefault";

    private final Database database;
    private final Permissions permissions;
    private final Documents<D> documents;
    private final Function<Stored<D>, ListQuery> siblings;

    /** @param siblings finds those of which one is the default, the document itself among them */
    public OneDefault(Engine engine, Documents<D> documents, Function<Stored<D>, ListQuery> siblings) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = documents;
        this.siblings = siblings;
    }

    /** One default in each space. */
    public static <D extends Document> OneDefault<D> inSpace(Engine engine, Documents<D> documents) {
        return new OneDefault<>(engine, documents, document -> ListQuery.ALL);
    }

    @Override
    public Kind<D> kind() {
        return documents.kind();
    }

    @Override
    public Slice<Stored<D>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<D> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    @Override
    public Stored<D> create(Principal principal, String space, ObjectNode body) {
        permissions.require(principal, kind().grants().create(), space);
        return database.write(tx -> {
            Stored<D> created = documents.insert(tx, principal, space, body);
            takeFromOthers(tx, principal, created);
            return created;
        });
    }

    @Override
    public Stored<D> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        permissions.require(principal, kind().grants().edit(), space);
        return database.write(tx -> replace(tx, principal, documents.require(tx, space, idOrSlug), body));
    }

    /** Replaces a document in a transaction whose caller has checked the permission. @throws Problem 400 when it takes the mark away */
    public Stored<D> replace(Tx tx, Principal principal, Stored<D> before, ObjectNode body) {
        Stored<D> after = documents.replace(tx, principal, before, body);
        if (isDefault(before) && !isDefault(after)) {
            throw Problem.invalid("IsDefault: '" + before.value().name() + "' is the default " + kind().itemType()
                    + ", and there always is one. Make another one the default instead.");
        }
        takeFromOthers(tx, principal, after);
        return after;
    }

    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        permissions.require(principal, kind().grants().delete(), space);
        database.change(tx -> {
            Stored<D> document = documents.require(tx, space, idOrSlug);
            if (isDefault(document)) {
                throw Problem.invalid(
                        kind().itemType() + " '" + document.value().name()
                                + "' is the default and cannot be deleted. Make another one the default first.");
            }
            documents.remove(tx, principal, document);
        });
    }

    @Override
    public ObjectNode present(Stored<D> stored) {
        return documents.present(stored);
    }

    private void takeFromOthers(Tx tx, Principal principal, Stored<D> chosen) {
        if (!isDefault(chosen)) {
            return;
        }
        documents.list(tx, chosen.space(), siblings.apply(chosen)).items().stream()
                .filter(other -> isDefault(other) && !other.id().equals(chosen.id()))
                .forEach(other -> {
                    ObjectNode plain = other.json().deepCopy();
                    plain.put(MEMBER, false);
                    documents.replace(tx, principal, other, plain);
                });
    }

    private static boolean isDefault(Stored<?> document) {
        return document.json().path(MEMBER).asBoolean(false);
    }
}
