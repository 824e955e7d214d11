package tako.server.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes documents of one kind in the caller's transaction: checked, with their links and their event.
 *
 * <p>A new document looks at no other before it is stored: the unique indexes refuse a name or a slug that is taken, and only then is it
 * asked by whom. Otherwise neighbours who create at the same time would conflict on PostgreSQL by what they read.
 */
final class DocumentWriter<D extends Document> {
    private final Kind<D> kind;
    private final Engine engine;
    private final DocumentRows<D> rows;
    private final DocumentForm<D> form;
    private final LinkRows links = new LinkRows();

    DocumentWriter(Kind<D> kind, Engine engine, DocumentRows<D> rows, DocumentForm<D> form) {
        this.kind = kind;
        this.engine = engine;
        this.rows = rows;
        this.form = form;
    }

    /** Where a document is to lie. */
    record Place(String id, String space) {}

    /** @param body as it is kept apart for another run: it is not changed */
    Stored<D> insert(Tx tx, Principal who, Place place, DocumentForm.Body body) {
        Stored<D> stored = store(tx, complete(tx, who, place, Optional.empty(), body));
        links.addReferences(tx, source(stored), references(stored));
        links.addScopings(tx, stored.id(), scopings(stored));
        announce(tx, who, "Created", Optional.empty(), Optional.of(stored));
        return stored;
    }

    /** @param body as for {@link #insert} */
    Stored<D> replace(Tx tx, Principal who, Stored<D> before, DocumentForm.Body body) {
        Place place = new Place(before.id(), before.space());
        Stored<D> after = complete(tx, who, place, Optional.of(before), body);
        rows.update(tx, after);
        links.replaceReferences(tx, source(after), references(after));
        links.replaceScopings(tx, after.id(), scopings(after));
        announce(tx, who, "Modified", Optional.of(before), Optional.of(after));
        return after;
    }

    Stored<D> observe(Tx tx, Stored<D> before, ObjectNode json) {
        Stored<D> after = new Stored<>(
                before.id(),
                before.space(),
                before.version(),
                before.modifiedAt(),
                before.modifiedBy(),
                form.typed(json),
                json);
        rows.update(tx, after);
        links.replaceScopings(tx, after.id(), scopings(after));
        notice(tx, after);
        return after;
    }

    /** @throws Problem 400 naming what points at it */
    void remove(Tx tx, Principal who, Stored<D> stored) {
        List<LinkRows.Referrer> referrers = links.referrers(tx, stored.id(), 10);
        if (!referrers.isEmpty()) {
            throw Problem.invalid(InUse.sentence(kind.itemType(), stored.value().name(), referrers));
        }
        rows.delete(tx, stored.id());
        links.forget(tx, stored.id());
        record(tx, who, "Deleted", Optional.of(stored), Optional.empty());
    }

    /** The document as it is to be stored. */
    private Stored<D> complete(Tx tx, Principal who, Place place, Optional<Stored<D>> before, DocumentForm.Body body) {
        ObjectNode json = body.json().deepCopy();
        json.put("Id", place.id);
        if (kind.spaced()) {
            json.put("SpaceId", place.space);
        }
        form.wishSlug(json, body.name(), before);
        kind.completion().complete(tx, place.space, json);
        if (before.isPresent()) {
            freeSlug(tx, place, json);
        }
        D checked = form.typed(json);
        check(tx, place, before, checked);
        JsonNode stored = SensitiveValues.store(
                json, before.map(Stored::json), clear -> engine.secrets().keep(tx, clear));
        D value = stored.equals(json) ? checked : form.typed((ObjectNode) stored);
        return new Stored<>(
                place.id,
                place.space,
                before.map(Stored::version).orElse(0) + 1,
                engine.clock().instant(),
                who.username(),
                value,
                (ObjectNode) stored);
    }

    /** Stores a new document under the first slug that is free. */
    private Stored<D> store(Tx tx, Stored<D> wanted) {
        Stored<D> stored = wanted;
        while (!rows.insert(tx, stored)) {
            stored = afterConflict(tx, stored);
        }
        return stored;
    }

    /**
     * What to store in place of what a unique index refused.
     *
     * @throws Problem 400 when the name is taken
     */
    private Stored<D> afterConflict(Tx tx, Stored<D> refused) {
        Place place = new Place(refused.id(), refused.space());
        List<String> problems = nameTaken(tx, place, refused.value());
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        ObjectNode json = refused.json().deepCopy();
        String slug = DocumentForm.slug(json);
        String free = free(tx, place, refused.value(), slug);
        if (!kind.names().slugged() || free.equals(slug)) {
            throw new IllegalStateException("There is already a document with the id " + refused.id() + ".");
        }
        json.put(DocumentForm.SLUG, free);
        return new Stored<>(
                refused.id(),
                refused.space(),
                refused.version(),
                refused.modifiedAt(),
                refused.modifiedBy(),
                form.typed(json),
                json);
    }

    /** A change takes no other document's slug. */
    private void freeSlug(Tx tx, Place place, ObjectNode json) {
        if (kind.names().slugged()) {
            json.put(DocumentForm.SLUG, free(tx, place, form.typed(json), DocumentForm.slug(json)));
        }
    }

    private String free(View view, Place place, D document, String slug) {
        String owner = kind.relations().owner().apply(document);
        return Slug.free(slug, candidate -> rows.slugTaken(view, place.space, owner, candidate, place.id));
    }

    /** Whether the name of a new document is taken is left to the index, unless it is refused anyway. */
    private void check(Tx tx, Place place, Optional<Stored<D>> before, D after) {
        var problems = new ArrayList<>(form.nameProblems(after));
        boolean named = problems.isEmpty();
        problems.addAll(engine.catalogue()
                .missing(tx, place.space, kind.relations().references().apply(after)));
        problems.addAll(kind.rules().problems(new Draft<>(tx, place.space, before.map(Stored::value), after)));
        if (named && (before.isPresent() || !problems.isEmpty())) {
            problems.addAll(0, nameTaken(tx, place, after));
        }
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
    }

    private List<String> nameTaken(View view, Place place, D document) {
        if (!kind.names().unique()) {
            return List.of();
        }
        return rows
                .byName(view, place.space, kind.relations().owner().apply(document), document.name())
                .filter(other -> !other.id().equals(place.id))
                .map(other -> "The name '" + document.name()
                        + "' is already in use. Names are compared without regard to case; choose another name.")
                .stream()
                .toList();
    }

    private LinkRows.Referrer source(Stored<D> stored) {
        return new LinkRows.Referrer(
                kind.itemType(), stored.id(), stored.value().name().strip(), "");
    }

    private Stream<Reference> references(Stored<D> stored) {
        return kind.relations().references().apply(stored.value());
    }

    private Stream<Scoping> scopings(Stored<D> stored) {
        return kind.relations().scopings().apply(stored.value());
    }

    private void announce(
            Tx tx, Principal who, String category, Optional<Stored<D>> before, Optional<Stored<D>> after) {
        notice(tx, after.or(() -> before).orElseThrow());
        record(tx, who, category, before, after);
    }

    private void notice(Tx tx, Stored<D> subject) {
        tx.afterCommit(() -> engine.notices().changed(kind.itemType(), subject.space(), subject.id()));
    }

    private void record(Tx tx, Principal who, String category, Optional<Stored<D>> before, Optional<Stored<D>> after) {
        Stored<D> subject = after.or(() -> before).orElseThrow();
        String message = kind.itemType() + " " + subject.value().name() + " was " + category.toLowerCase(Locale.ROOT);
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
}
