package tako.server.resource;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * The engine of one kind of documents. The public methods of {@link DocumentService} open a transaction and check the
 * permission; the methods that take a {@link View} or {@link Tx} are for services that do more in the same transaction and
 * have checked it.
 */
public final class Documents<D extends Document> implements DocumentService<D> {
    private final Kind<D> kind;
    private final Engine engine;
    private final DocumentRows<D> rows;
    private final DocumentForm<D> form;
    private final DocumentWriter<D> writer;

    public Documents(Kind<D> kind, Engine engine) {
        this.kind = kind;
        this.engine = engine;
        this.rows = new DocumentRows<>(kind, engine.mapper());
        this.form = new DocumentForm<>(kind, engine.mapper());
        this.writer = new DocumentWriter<>(kind, engine, rows, form);
    }

    @Override
    public Kind<D> kind() {
        return kind;
    }

    @Override
    public Slice<Stored<D>> list(Principal principal, String space, ListQuery query) {
        engine.permissions().require(principal, kind.grants().view(), space);
        return engine.database().read(view -> list(view, space, query));
    }

    @Override
    public Stored<D> get(Principal principal, String space, String idOrSlug) {
        engine.permissions().require(principal, kind.grants().view(), space);
        return engine.database().read(view -> require(view, space, idOrSlug));
    }

    @Override
    public Stored<D> create(Principal principal, String space, ObjectNode body) {
        engine.permissions().require(principal, kind.grants().create(), space);
        DocumentForm.Body normal = form.normalise(body);
        return engine.database().write(tx -> writer.insert(tx, principal, next(tx, space), normal));
    }

    @Override
    public Stored<D> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        engine.permissions().require(principal, kind.grants().edit(), space);
        DocumentForm.Body normal = form.normalise(body);
        return engine.database().write(tx -> writer.replace(tx, principal, require(tx, space, idOrSlug), normal));
    }

    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        engine.permissions().require(principal, kind.grants().delete(), space);
        engine.database().change(tx -> remove(tx, principal, require(tx, space, idOrSlug)));
    }

    /** Some documents of a space. */
    public Slice<Stored<D>> list(View view, String space, ListQuery query) {
        return rows.list(view, space(space), query);
    }

    /** Every document of a space, in the kind's order. */
    public List<Stored<D>> all(View view, String space) {
        return list(view, space, ListQuery.ALL).items();
    }

    /** A document of a space by id or slug. */
    public Optional<Stored<D>> find(View view, String space, String idOrSlug) {
        return byId(view, space, idOrSlug).or(() -> rows.bySlug(view, space(space), idOrSlug));
    }

    /** A document of a space by id. */
    public Optional<Stored<D>> byId(View view, String space, String id) {
        return rows.byId(view, id).filter(stored -> stored.space().equals(space(space)));
    }

    /** A document by id wherever it lies. */
    public Optional<Stored<D>> anywhere(View view, String id) {
        return rows.byId(view, id);
    }

    /** A document by its name among those of one owner ("" for none). */
    public Optional<Stored<D>> byName(View view, String space, String owner, String name) {
        return rows.byName(view, space(space), owner, name);
    }

    /** A document by what a person typed: id, slug or name. */
    public Optional<Stored<D>> named(View view, String space, String text) {
        return find(view, space, text).or(() -> byName(view, space, "", text));
    }

    /** The sort number behind all others of a space. */
    public int nextSort(View view, String space) {
        return rows.greatestSort(view, space(space)) + 1;
    }

    /** A document of a space by id or slug. @throws Problem 404 */
    public Stored<D> require(View view, String space, String idOrSlug) {
        return find(view, space, idOrSlug).orElseThrow(() -> Problem.notFound(idOrSlug));
    }

    /** Stores a new document under the next id. */
    public Stored<D> insert(Tx tx, Principal who, String space, ObjectNode body) {
        return writer.insert(tx, who, next(tx, space), form.normalise(body));
    }

    /** Stores a new document under a fixed id ({@code feeds-builtin}). */
    public Stored<D> insert(Tx tx, Principal who, String space, String id, ObjectNode body) {
        return writer.insert(tx, who, new DocumentWriter.Place(id, space(space)), form.normalise(body));
    }

    /** Replaces a document. */
    public Stored<D> replace(Tx tx, Principal who, Stored<D> before, ObjectNode body) {
        return writer.replace(tx, who, before, form.normalise(body));
    }

    /**
     * Stores what the server itself has found out about a document. That is nobody's change: its version, who changed it last and when stay
     * as they are, and no event is written.
     *
     * @param json the document with what was found; what it points at and is called is as before
     */
    public Stored<D> observe(Tx tx, Stored<D> before, ObjectNode json) {
        return writer.observe(tx, before, json);
    }

    /** Deletes a document. @throws Problem 400 naming what points at it */
    public void remove(Tx tx, Principal who, Stored<D> stored) {
        writer.remove(tx, who, stored);
    }

    /** The JSON of a typed document, to be changed and stored. */
    public ObjectNode json(D document) {
        return form.json(document);
    }

    @Override
    public ObjectNode present(Stored<D> stored) {
        return form.present(stored);
    }

    private DocumentWriter.Place next(Tx tx, String space) {
        return new DocumentWriter.Place(kind.idPrefix() + "-" + tx.next(kind.idPrefix()), space(space));
    }

    private String space(String space) {
        return kind.spaced() ? space : "";
    }
}
