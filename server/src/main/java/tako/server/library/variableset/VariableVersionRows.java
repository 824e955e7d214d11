package tako.server.library.variableset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.library.variableset.RowChanges.Was;
import tako.server.library.variableset.VariableHistory.Version;

/** The rows of the last versions of variable sets: of each, who made it and what it changed. */
final class VariableVersionRows {
    /** How many versions back a change may have been made on. */
    static final int KEPT = 50;

    /** Adds a version and forgets the one that is too old now. */
    void add(Tx tx, String key, Version version) {
        tx.update("""
                        insert into variable_set_version (owner_key, version, made_at, made_by)
                        values (:key, :version, :at, :by)""")
                .bind("key", key)
                .bind("version", version.number())
                .bind("at", version.at().toEpochMilli())
                .bind("by", version.by())
                .execute();
        addUndo(tx, key, version);
        forget(tx, key, version.number() - KEPT);
    }

    /** Forgets every version of a set that is gone. */
    void forget(Tx tx, String key) {
        forget(tx, key, Integer.MAX_VALUE);
    }

    /** What happened to a set since a version, as far as that is still known. */
    VariableHistory since(View view, String key, int version) {
        Map<Integer, List<Was>> undo = new HashMap<>();
        view.query("select * from variable_version where owner_key = :key and version > :version")
                .bind("key", key)
                .bind("version", version)
                .map((row, context) -> Map.entry(
                        row.getInt("version"),
                        new Was(row.getString("variable_id"), row.getInt("place"), row.getString("json"))))
                .forEach(row -> undo.computeIfAbsent(row.getKey(), number -> new ArrayList<>())
                        .add(row.getValue()));
        List<Version> versions = view.query("""
                        select version, made_at, made_by from variable_set_version
                        where owner_key = :key and version > :version order by version desc""")
                .bind("key", key)
                .bind("version", version)
                .map((row, context) -> new Version(
                        row.getInt("version"),
                        Instant.ofEpochMilli(row.getLong("made_at")),
                        row.getString("made_by"),
                        undo.getOrDefault(row.getInt("version"), List.of())))
                .list();
        return new VariableHistory(version, versions);
    }

    private static void addUndo(Tx tx, String key, Version version) {
        if (version.undo().isEmpty()) {
            return;
        }
        PreparedBatch batch = tx.batch("""
                insert into variable_version (owner_key, version, variable_id, place, json)
                values (:key, :version, :id, :place, :json)""");
        version.undo()
                .forEach(was -> batch.bind("key", key)
                        .bind("version", version.number())
                        .bind("id", was.id())
                        .bind("place", was.place())
                        .bind("json", was.json())
                        .add());
        batch.execute();
    }

    private static void forget(Tx tx, String key, int upTo) {
        for (String table : List.of("variable_set_version", "variable_version")) {
            tx.update("delete from " + table + " where owner_key = :key and version <= :version")
                    .bind("key", key)
                    .bind("version", upTo)
                    .execute();
        }
    }
}
