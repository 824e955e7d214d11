package tako.e2e.canary;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import tako.platform.database.Database;
import tako.platform.database.DatabaseAddress;
import tako.platform.database.Databases;

/** Documents and logs are rows of PostgreSQL: every table is read past the server. */
class SecretCanaryOnPostgresTest extends SecretCanaryContract {
    private static final String TABLE = "table ";

    private final EmbeddedPostgres postgres;

    SecretCanaryOnPostgresTest() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterEach
    void close() throws IOException {
        postgres.close();
    }

    private String address() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    Map<String, String> database() {
        return Map.of("DB_CONNECTION_STRING", address(), "MASTER_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    }

    @Override
    Map<String, String> keptElsewhere() {
        var where = new DatabaseAddress.Postgres(address());
        try (Database database = Databases.open(where, List.of("db/migration/platform", "db/migration/server"))) {
            return database.read(view -> {
                Map<String, String> rows = new LinkedHashMap<>();
                List<String> tables = view.query(
                                "select table_name from information_schema.tables where table_schema = 'public'")
                        .mapTo(String.class)
                        .list();
                for (String table : tables) {
                    List<String> texts = view.query("select t::text from \"" + table + "\" t")
                            .mapTo(String.class)
                            .list();
                    rows.put(TABLE + table, String.join("\n", texts));
                }
                return rows;
            });
        }
    }

    @Override
    String store() {
        return TABLE;
    }
}
