package tako.server.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tools.jackson.databind.JsonNode;
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
    private final LinkRows links = new LinkRows();
    private final DocumentForm<D> form;

    public Documents(Kind<D> kind, Engine engine) {
        this.kind = kind;
        this.engine = engine;
        this.rows = new DocumentRows<>(kind, engine.mapper());
        this.form = new DocumentForm<>(kind, engine.mapper());
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
        return engine.database().write(tx -> insert(tx, principal, space, body));
    }

    @Override
    public Stored<D> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        engine.permissions().require(principal, kind.grants().edit(), space);
        return engine.database().write(tx -> replace(tx, principal, require(tx, space, idOrSlug), body));
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
        return insert(tx, who, space, kind.idPrefix() + "-" + tx.next(kind.idPrefix()), body);
    }

    /** Stores a new document under a fixed id ({@code feeds-builtin}). */
    public Stored<D> insert(Tx tx, Principal who, String space, String id, ObjectNode body) {
        Stored<D> stored = save(tx, who, new Place(id, space(space)), Optional.empty(), body);
        audit(tx, who, "Created", Optional.empty(), Optional.of(stored));
        return stored;
    }

    /** Replaces a document. */
    public Stored<D> replace(Tx tx, Principal who, Stored<D> before, ObjectNode body) {
        Stored<D> after = save(tx, who, new Place(before.id(), before.space()), Optional.of(before), body);
        audit(tx, who, "Modified", Optional.of(before), Optional.of(after));
        return after;
    }

    /** Deletes a document. @throws Problem 400 naming what points at it */
    public void remove(Tx tx, Principal who, Stored<D> stored) {
        List<LinkRows.Referrer> referrers = links.referrers(tx, stored.id(), 10);
        if (!referrers.isEmpty()) {
            throw Problem.invalid(InUse.sentence(kind.itemType(), stored.value().name(), referrers));
        }
        rows.delete(tx, stored.id());
        links.forget(tx, stored.id());
        audit(tx, who, "Deleted", Optional.of(stored), Optional.empty());
    }

    /** The JSON of a typed document, to be changed and stored. */
    public ObjectNode json(D document) {
        return form.json(document);
    }

    @Override
    public ObjectNode present(Stored<D> stored) {
        return form.present(stored);
    }

    private record Place(String id, String space) {}

    private Stored<D> save(Tx tx, Principal who, Place place, Optional<Stored<D>> before, ObjectNode body) {
        ObjectNode json = form.normalise(body);
        json.put("Id", place.id);
        if (kind.spaced()) {
            json.put("SpaceId", place.space);
        }
        form.keepSlug(json, before);
        kind.completion().complete(tx, place.space, json);
        D draft = form.typed(json);
        assignSlug(tx, place, json, draft);
        D complete = form.typed(json);
        check(tx, place, before, complete);
        JsonNode stored = SensitiveValues.store(
                json, before.map(Stored::json), clear -> engine.secrets().keep(tx, clear));
        D value = form.typed((ObjectNode) stored);
        var row = new DocumentRows.Row(
                place.id,
                place.space,
                kind.relations().owner().apply(value),
                value.name().strip(),
                json.path("Slug").asString(""),
                json.path("SortOrder").asInt(0),
                before.map(Stored::version).orElse(0) + 1,
                engine.clock().instant(),
                who.username(),
                stored.toString());
        if (before.isPresent()) {
            rows.update(tx, row);
        } else {
            rows.insert(tx, row);
        }
        links.replaceReferences(
                tx,
                new LinkRows.Referrer(kind.itemType(), place.id, row.name(), ""),
                kind.relations().references().apply(value));
        links.replaceScopings(tx, place.id, kind.relations().scopings().apply(value));
        tx.afterCommit(() -> engine.notices().changed(kind.itemType(), place.space, place.id));
        return new Stored<>(
                place.id, place.space, row.version(), row.modifiedAt(), row.modifiedBy(), value, (ObjectNode) stored);
    }

    private void assignSlug(Tx tx, Place place, ObjectNode json, D draft) {
        if (!kind.names().slugged() || draft.name().isBlank()) {
            return;
        }
        String owner = kind.relations().owner().apply(draft);
        String wanted = Slug.of(
                json.path("Slug").asString("").isBlank()
                        ? draft.name()
                        : json.path("Slug").asString());
        json.put("Slug", Slug.free(wanted, slug -> rows.slugTaken(tx, place.space, owner, slug, place.id)));
    }

    private void check(Tx tx, Place place, Optional<Stored<D>> before, D after) {
        var problems = new ArrayList<>(form.nameProblems(after));
        if (kind.names().unique() && problems.isEmpty()) {
            rows.byName(tx, place.space, kind.relations().owner().apply(after), after.name())
                    .filter(other -> !other.id().equals(place.id))
                    .ifPresent(other -> problems.add("The name '" + after.name()
                            + "' is already in use. Names are compared without regard to case; choose another name."));
        }
        Stream<Reference> references = kind.relations().references().apply(after);
        problems.addAll(engine.catalogue().missing(tx, place.space, references));
        problems.addAll(kind.rules().problems(new Draft<>(tx, place.space, before.map(Stored::value), after)));
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private void audit(Tx tx, Principal who, String category, Optional<Stored<D>> before, Optional<Stored<D>> after) {
        Stored<D> subject = after.or(() -> before).orElseThrow();
        String message =
                kind.itemType() + " " + subject.value().name() + " was " + category.toLowerCase(java.util.Locale.ROOT);
        engine.audit()
                .record(
                        tx,
                        who,
                        new AuditLog.Entry(
                                category,
                                subject.space(),
                                message,
                                List.of(subject.id()),
                                before.map(Stored::json),
                                after.map(Stored::json)));
    }

    private String space(String space) {
        return kind.spaced() ? space : "";
    }
}
