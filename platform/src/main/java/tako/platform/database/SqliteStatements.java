package tako.platform.database;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection's compiled statements, at most {@value #MOST}, the longest unused given up first: compiling a statement costs
 * SQLite more than running it. One that is in use is not in here, so the same text may be in use twice. Used by one thread at a time.
 */
final class SqliteStatements implements StatementBuilder {
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStatements.class);

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    /** Runs a statement without parameters or rows. */
    void execute(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = take(connection, sql);
        try {
            statement.execute();
        } finally {
            close(connection, sql, statement);
        }
    }

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        return take(connection, sql);
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        throw new SQLFeatureNotSupportedException("SQLite has no procedures");
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        if (!(statement instanceof PreparedStatement prepared) || statement.isClosed() || idle.containsKey(sql)) {
            statement.close();
            return;
        }
        prepared.clearParameters();
        idle.put(sql, prepared);
        if (idle.size() > MOST) {
            closeEldest();
        }
    }

    @Override
    public void close(Connection connection) {
        while (!idle.isEmpty()) {
            closeEldest();
        }
    }

    private PreparedStatement take(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = idle.remove(sql);
        return statement == null ? connection.prepareStatement(sql) : statement;
    }

    private void closeEldest() {
        Iterator<PreparedStatement> statements = idle.values().iterator();
        PreparedStatement eldest = statements.next();
        statements.remove();
        try {
            eldest.close();
        } catch (SQLException e) {
            LOG.warn("A statement of the database file could not be closed", e);
        }
    }
}
