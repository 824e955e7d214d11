package tako.bench.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tako.platform.database.Dialect;

/**
 * The peer: the statements of one document's creation, prepared once on one connection, with the values that ours stored. It
 * neither reads JSON nor checks anything, but it asks the database all that ours asks.
 */
final class BareStatements {
    private final List<StoredRows> values;
    private final PreparedStatement next;
    private final PreparedStatement slugTaken;
    private final PreparedStatement byName;
    private final PreparedStatement forgetReferences;
    private final PreparedStatement forgetScopes;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    /** @param values of the documents that {@link #create} stores */
    BareStatements(Connection connection, Dialect dialect, List<StoredRows> values) throws SQLException {
        this.values = values;
        this.next = connection.prepareStatement(
                switch (dialect) {
                    case SQLITE ->
                        "insert into counter (name, value) values (?, 1)"
                                + " on conflict (name) do update set value = value + 1 returning value";
                    case POSTGRESQL -> "select nextval(cast(? as regclass))";
                });
        this.slugTaken = connection.prepareStatement("select count(*) from environment"
                + " where space_id = ? and owner_id = ? and slug = ? and id_key <> ?");
        this.byName = connection.prepareStatement(
                "select * from environment where space_id = ? and owner_id = ? and name_key = ?");
        this.forgetReferences = connection.prepareStatement("delete from reference where source = ?");
        this.forgetScopes = connection.prepareStatement("delete from scope where source = ?");
        for (StoredRows table : values) {
            inserts.add(connection.prepareStatement(table.insert()));
        }
    }

    /** Stores a document, not yet committed. */
    void create(int number, String documents, String events) throws SQLException {
        query(next, documents);
        query(slugTaken, of(number, "space_id"), of(number, "owner_id"), of(number, "slug"), of(number, "id_key"));
        query(byName, of(number, "space_id"), of(number, "owner_id"), of(number, "name_key"));
        insert(0, number);
        change(forgetReferences, of(number, "id_key"));
        change(forgetScopes, of(number, "id_key"));
        query(next, events);
        insert(1, number);
        insert(2, number);
    }

    private Object of(int number, String column) {
        return values.getFirst().value(number, column);
    }

    private void insert(int table, int number) throws SQLException {
        values.get(table).bind(inserts.get(table), number);
        inserts.get(table).executeUpdate();
    }

    private static void query(PreparedStatement statement, Object... parameters) throws SQLException {
        bind(statement, parameters);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static void change(PreparedStatement statement, Object... parameters) throws SQLException {
        bind(statement, parameters);
        statement.executeUpdate();
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
