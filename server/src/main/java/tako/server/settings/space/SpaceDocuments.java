package tako.server.settings.space;

import java.util.List;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.server.resource.Kind;

/** The documents of a space, of whatever kind, with their references, scopes and frozen copies. */
public final class SpaceDocuments implements SpaceContents {
    private final SpaceContents rows;

    /** @param kinds every kind of documents; those that lie in no space are left out */
    public SpaceDocuments(List<Kind<?>> kinds) {
        Stream<String> ofKinds = kinds.stream().filter(Kind::spaced).flatMap(kind -> deletions(kind.table()));
        this.rows = SpaceContents.rows(Stream.concat(ofKinds, Stream.of("delete from snapshot where space_id = :space"))
                .toArray(String[]::new));
    }

    @Override
    public void clear(Tx tx, String space) {
        rows.clear(tx, space);
    }

    private static Stream<String> deletions(String table) {
        String documents = " in (select id_key from " + table + " where space_id = :space)";
        return Stream.of(
                "delete from reference where source" + documents,
                "delete from scope where source" + documents,
                "delete from " + table + " where space_id = :space");
    }
}
