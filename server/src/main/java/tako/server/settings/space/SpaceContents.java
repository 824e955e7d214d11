package tako.server.settings.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.resource.Kind;
import tako.server.resource.LinkRows;

/** The documents that lie in a space, of whatever kind, and which of them it was born with. */
final class SpaceContents {
    /** More than a message shows, so that it can say "and others". */
    private static final int MOST = 11;

    private final List<Kind<?>> kinds;
    private final LinkRows links = new LinkRows();

    /** @param kinds every kind of documents; those that lie in no space are left out */
    SpaceContents(List<Kind<?>> kinds) {
        this.kinds = kinds.stream().filter(Kind::spaced).toList();
    }

    /** A document in a space. */
    record Item(String itemType, String id, String name) {}

    /** Remembers that the space was born with what lies in it now. */
    void markDefaults(Tx tx, String space) {
        for (Kind<?> kind : kinds) {
            tx.update("insert into space_default (space_id, document) select space_id, id_key from " + kind.table()
                            + " where space_id = :space")
                    .bind("space", space)
                    .execute();
        }
    }

    /** Documents the space was not born with, some of them when there are many. */
    List<Item> added(View view, String space) {
        var added = new ArrayList<Item>();
        for (Kind<?> kind : kinds) {
            added.addAll(view.query("select id, name from " + kind.table() + " where space_id = :space"
                            + " and id_key not in (select document from space_default where space_id = :space)"
                            + " order by name_key, id_key limit :most")
                    .bind("space", space)
                    .bind("most", MOST)
                    .map((row, context) -> new Item(kind.itemType(), row.getString("id"), row.getString("name")))
                    .list());
        }
        return added;
    }

    /** Deletes what the space was born with. */
    void deleteDefaults(Tx tx, String space) {
        for (String document : defaults(tx, space)) {
            links.forget(tx, document);
        }
        for (Kind<?> kind : kinds) {
            tx.update("delete from " + kind.table() + " where space_id = :space")
                    .bind("space", space)
                    .execute();
        }
        tx.update("delete from space_default where space_id = :space")
                .bind("space", space)
                .execute();
    }

    private static Set<String> defaults(View view, String space) {
        return new HashSet<>(view.query("select document from space_default where space_id = :space")
                .bind("space", space)
                .map((row, context) -> row.getString("document").toLowerCase(Locale.ROOT))
                .list());
    }
}
