package tako.bench.writes;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tako.bench.database.BenchPostgres;
import tako.bench.harness.Arena;
import tako.bench.harness.Incorrect;
import tako.bench.harness.Libraries;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;
import tako.platform.database.Dialect;

/**
 * Document writes on PostgreSQL: beside bare connections, one for each client, that commit each document at the server's default
 * isolation, which asks less of the server than ours does.
 */
public final class PostgresWrites implements Arena {
    private final BenchPostgres postgres;
    private final int documents;
    private List<StoredRows> stored = List.of();

    private PostgresWrites(BenchPostgres postgres, int documents) {
        this.postgres = postgres;
        this.documents = documents;
    }

    /** @param documents of each measurement */
    public static PostgresWrites of(int documents) throws IOException {
        return new PostgresWrites(BenchPostgres.start(), documents);
    }

    @Override
    public double ours() throws Exception {
        DatabaseAddress.Postgres address = postgres.fresh();
        try (Database database = Databases.open(address, DocumentWrites.MIGRATIONS)) {
            connect(database);
            double rate = new DocumentWrites(database).rate(documents);
            stored = stored(address);
            return rate;
        }
    }

    /** Lets the pool make its connections before the clock starts, as the peer makes its own. */
    private static void connect(Database database) throws InterruptedException {
        Clients.rate(
                Collections.nCopies(
                        DocumentWrites.CLIENTS,
                        number -> database.read(view -> view.query("select pg_sleep(0.05)")
                                .mapTo(String.class)
                                .one())),
                10 * DocumentWrites.CLIENTS);
    }

    @Override
    public double peer() throws Exception {
        DatabaseAddress.Postgres address = postgres.fresh();
        Databases.open(address, DocumentWrites.MIGRATIONS).close();
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl())) {
            BareCounters.create(connection);
        }
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < DocumentWrites.CLIENTS; i++) {
                connections.add(DriverManager.getConnection(address.jdbcUrl()));
            }
            double rate = Clients.rate(clients(connections), documents);
            if (!stored(address).equals(stored)) {
                throw new Incorrect("The bare connections did not store the rows that ours stored");
            }
            return rate;
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private List<Clients.Client> clients(List<Connection> connections) throws SQLException {
        List<Clients.Client> clients = new ArrayList<>();
        for (Connection connection : connections) {
            connection.setAutoCommit(false);
            BareStatements statements = new BareStatements(connection, stored);
            BareCounters counters = BareCounters.of(connection, Dialect.POSTGRESQL);
            clients.add(number -> {
                counters.next();
                statements.create(number);
                connection.commit();
            });
        }
        return clients;
    }

    private List<StoredRows> stored(DatabaseAddress.Postgres address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl())) {
            return StoredRows.of(connection, documents);
        }
    }

    @Override
    public List<String> settings() throws SQLException {
        return List.of(
                postgres.settings(),
                Libraries.of(org.postgresql.Driver.class, org.jdbi.v3.core.Jdbi.class),
                documents + " documents with an event each, " + DocumentWrites.CLIENTS
                        + " clients; ours: SERIALIZABLE; bare: a connection each, READ COMMITTED, one commit each;"
                        + " the connections of both stand before the clock starts",
                "checked: both stored the same rows, one of each table for each document");
    }

    @Override
    public void close() {
        postgres.close();
    }
}
