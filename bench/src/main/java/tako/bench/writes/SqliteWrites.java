package tako.bench.writes;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import tako.bench.harness.Arena;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Libraries;
import tako.bench.harness.TemporaryFolder;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.database.Dialect;

/** Document writes on SQLite: beside one bare connection that puts as many documents into a commit as ours did on average. */
public final class SqliteWrites implements Arena {
    private final int documents;
    private String storage = "";
    private List<StoredRows> stored = List.of();
    private CommitGroups groups = new CommitGroups(1);

    private SqliteWrites(int documents) {
        this.documents = documents;
    }

    /** @param documents of each measurement */
    public static SqliteWrites of(int documents) {
        return new SqliteWrites(documents);
    }

    @Override
    public double ours() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            storage = folder.storage();
            Path file = folder.path().resolve("tako.db");
            double rate = ours(file);
            try (Connection connection = connect(file)) {
                stored = StoredRows.of(connection, documents);
            }
            return rate;
        }
    }

    private double ours(Path file) throws Exception {
        Database database = Databases.open(new DatabaseAddress.Embedded(file), DocumentWrites.MIGRATIONS);
        try (SqliteCommits commits = SqliteCommits.of(database, file);
                database) {
            DocumentWrites writes = new DocumentWrites(database);
            long before = commits.count();
            double rate = writes.rate(documents);
            groups = new CommitGroups((double) documents / (commits.count() - before));
            return rate;
        }
    }

    @Override
    public double peer() throws Exception {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Path file = folder.path().resolve("tako.db");
            Databases.open(new DatabaseAddress.Embedded(file), DocumentWrites.MIGRATIONS)
                    .close();
            try (Connection connection = connect(file)) {
                double rate = peer(connection);
                if (!StoredRows.of(connection, documents).equals(stored)) {
                    throw new Incorrect("The bare connection did not store the rows that ours stored");
                }
                return rate;
            }
        }
    }

    private double peer(Connection connection) throws SQLException {
        BareStatements statements = new BareStatements(connection, stored);
        BareCounters counters = BareCounters.of(connection, Dialect.SQLITE);
        try (Statement commands = connection.createStatement()) {
            long start = System.nanoTime();
            commands.execute("begin immediate");
            for (int number = 0; number < documents; number++) {
                statements.create(number);
                if (groups.endsAfter(number)) {
                    counters.store(number + 1);
                    commands.execute("commit");
                    commands.execute("begin immediate");
                }
            }
            commands.execute("commit");
            return documents * 1e9 / (System.nanoTime() - start);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    @Override
    public List<String> settings() {
        return List.of(
                Libraries.of(SQLiteConfig.class, org.jdbi.v3.core.Jdbi.class) + ", " + storage,
                documents + " documents with an event each; ours: " + DocumentWrites.CLIENTS
                        + " clients; bare: one connection; both WAL, synchronous=FULL, "
                        + String.format(Locale.ROOT, "%.1f documents per commit", groups.average()),
                "checked: both stored the same rows, one of each table for each document");
    }

    @Override
    public void close() {
        stored = List.of();
    }
}
