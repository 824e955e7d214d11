package tako.bench.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tako.bench.harness.Incorrect;

/**
 * The rows that a measurement stored in one table, so that the other side can store the very same.
 *
 * @param columns in the table's order
 * @param rows one for each document, in the order of the documents
 */
record StoredRows(String table, List<String> columns, List<List<Object>> rows) {
    /** What creating an environment stores: itself, its event, and that the event regards it. */
    private static final List<String> QUERIES = List.of(
            "select environment.* from environment order by number",
            "select event.* from event join event_regards regards on regards.event_id = event.id"
                    + " join environment document on document.id_key = regards.document order by document.number",
            "select event_regards.* from event_regards join environment document on document.id_key = event_regards.document"
                    + " order by document.number");

    private static final List<String> TABLES = List.of("environment", "event", "event_regards");

    /** What is stored, a table each, checked to be one row for each document in every table. */
    static List<StoredRows> of(Connection connection, int documents) throws SQLException {
        List<StoredRows> all = new ArrayList<>();
        for (int i = 0; i < TABLES.size(); i++) {
            StoredRows stored = read(connection, TABLES.get(i), QUERIES.get(i));
            Incorrect.unlessEqual("rows of " + stored.table, documents, stored.rows.size());
            Incorrect.unlessEqual(
                    "different rows of " + stored.table,
                    documents,
                    stored.rows.stream().distinct().count());
            all.add(stored);
        }
        return all;
    }

    private static StoredRows read(Connection connection, String table, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getMetaData().getColumnName(i));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add(row.getObject(i));
                }
                rows.add(values);
            }
            return new StoredRows(table, columns, rows);
        }
    }

    String insert() {
        return "insert into " + table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    void bind(PreparedStatement insert, int number) throws SQLException {
        List<Object> values = rows.get(number);
        for (int i = 0; i < values.size(); i++) {
            insert.setObject(i + 1, values.get(i));
        }
    }
}
