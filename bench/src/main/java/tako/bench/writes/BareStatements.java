package tako.bench.writes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The peer: the statements of one document's creation, prepared once on one connection, with the values that ours stored. It
 * neither makes JSON nor checks anything, but it asks the database all that ours asks; {@link BareCounters} does the rest of it.
 */
final class BareStatements {
    /** A document whose name or slug is taken is refused by its indexes, without a failure. */
    private static final String DOCUMENT_SUFFIX = " on conflict do nothing";

    private final List<StoredRows> values;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    /** @param values of the documents that {@link #create} stores, those of the document itself first */
    BareStatements(Connection connection, List<StoredRows> values) throws SQLException {
        this.values = values;
        for (StoredRows table : values) {
            String suffix = inserts.isEmpty() ? DOCUMENT_SUFFIX : "";
            inserts.add(connection.prepareStatement(table.insert() + suffix));
        }
    }

    /** Stores a document and its event, not yet committed. */
    void create(int number) throws SQLException {
        for (int table = 0; table < inserts.size(); table++) {
            values.get(table).bind(inserts.get(table), number);
            inserts.get(table).executeUpdate();
        }
    }
}
