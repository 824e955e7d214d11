package tako.server.resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** The rows of who points at what, and of what lies in which scope, written in the transaction of their document. */
public final class LinkRows {
    /** A document that points at another. */
    public record Referrer(String itemType, String id, String name, String member) {}

    /** Replaces what a document points at. */
    public void replaceReferences(Tx tx, Referrer source, Stream<Reference> references) {
        forgetReferences(tx, source.id());
        addReferences(tx, source, references);
    }

    /** Adds what a new document points at. */
    public void addReferences(Tx tx, Referrer source, Stream<Reference> references) {
        add(tx, source, List.copyOf(pointers(references)));
    }

    /** Changes what a document points at, writing only what differs. */
    public void changeReferences(Tx tx, Referrer source, Stream<Reference> before, Stream<Reference> after) {
        Set<Pointer> old = pointers(before);
        Set<Pointer> now = pointers(after);
        List<Pointer> gone =
                old.stream().filter(pointer -> !now.contains(pointer)).toList();
        if (!gone.isEmpty()) {
            PreparedBatch batch =
                    tx.batch("delete from reference where source = :source and member = :member and target = :target");
            gone.forEach(pointer -> bind(batch, source, pointer).add());
            batch.execute();
        }
        add(tx, source, now.stream().filter(pointer -> !old.contains(pointer)).toList());
    }

    /** Replaces the scopes a document lies in. */
    public void replaceScopings(Tx tx, String id, Stream<Scoping> scopings) {
        forgetScopings(tx, id);
        addScopings(tx, id, scopings);
    }

    /** Adds the scopes a new document lies in. */
    public void addScopings(Tx tx, String id, Stream<Scoping> scopings) {
        scopings.distinct()
                .forEach(scoping -> tx.update(
                                "insert into scope (source, dimension, value) values (:source, :dimension, :value)")
                        .bind("source", DocumentRows.idKey(id))
                        .bind("dimension", scoping.dimension())
                        .bind("value", DocumentRows.idKey(scoping.value()))
                        .execute());
    }

    /** Forgets all rows of a deleted document. */
    public void forget(Tx tx, String id) {
        forgetReferences(tx, id);
        forgetScopings(tx, id);
    }

    /** Who points at an id, by name, at most so many. */
    public List<Referrer> referrers(View view, String id, int most) {
        return view.query("""
                        select source_type, source_id, source_name, member from reference where target = :target
                        order by source_type, source_name, member limit :most""")
                .bind("target", DocumentRows.idKey(id))
                .bind("most", most)
                .map((row, context) -> new Referrer(
                        row.getString("source_type"),
                        row.getString("source_id"),
                        row.getString("source_name"),
                        row.getString("member")))
                .list();
    }

    /** The ids, in lower case, of what lies in a value of a dimension. */
    public List<String> lying(View view, Scoping scoping) {
        return view.query("select source from scope where dimension = :dimension and value = :value order by source")
                .bind("dimension", scoping.dimension())
                .bind("value", DocumentRows.idKey(scoping.value()))
                .mapTo(String.class)
                .list();
    }

    /** A reference as a row: its target in lower case. */
    private record Pointer(String member, String target) {}

    private static Set<Pointer> pointers(Stream<Reference> references) {
        return references
                .map(reference -> new Pointer(reference.member(), DocumentRows.idKey(reference.target())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void add(Tx tx, Referrer source, List<Pointer> pointers) {
        if (pointers.isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                insert into reference (source, source_id, source_type, source_name, member, target)
                values (:source, :sourceId, :sourceType, :sourceName, :member, :target)""");
        pointers.forEach(pointer -> bind(batch, source, pointer)
                .bind("sourceId", source.id())
                .bind("sourceType", source.itemType())
                .bind("sourceName", source.name())
                .add());
        batch.execute();
    }

    private static PreparedBatch bind(PreparedBatch batch, Referrer source, Pointer pointer) {
        return batch.bind("source", DocumentRows.idKey(source.id()))
                .bind("member", pointer.member())
                .bind("target", pointer.target());
    }

    private static void forgetReferences(Tx tx, String id) {
        tx.update("delete from reference where source = :source")
                .bind("source", DocumentRows.idKey(id))
                .execute();
    }

    private static void forgetScopings(Tx tx, String id) {
        tx.update("delete from scope where source = :source")
                .bind("source", DocumentRows.idKey(id))
                .execute();
    }
}
