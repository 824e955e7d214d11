package tako.server.resource;

import java.util.List;
import java.util.stream.Stream;
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
        references
                .distinct()
                .forEach(reference -> tx.update("""
                        insert into reference (source, source_id, source_type, source_name, member, target)
                        values (:source, :sourceId, :sourceType, :sourceName, :member, :target)""")
                        .bind("source", DocumentRows.idKey(source.id()))
                        .bind("sourceId", source.id())
                        .bind("sourceType", source.itemType())
                        .bind("sourceName", source.name())
                        .bind("member", reference.member())
                        .bind("target", DocumentRows.idKey(reference.target()))
                        .execute());
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
