package tako.platform.database;

import java.util.List;
import java.util.stream.Stream;

/**
 * Fresh, migrated databases for tests.
 *
 * <pre>
 * abstract class BlobsContract {
 *     &#64;RegisterExtension
 *     final FreshDatabase fresh = fresh();
 *
 *     abstract FreshDatabase fresh();
 *
 *     &#64;Test
 *     void keeps_what_it_was_given() {
 *         Blobs blobs = new Blobs(fresh.database());
 *         …
 *     }
 * }
 *
 * class BlobsOnSqliteTest extends BlobsContract {
 *     &#64;Override
 *     FreshDatabase fresh() {
 *         return TestDatabases.sqlite();
 *     }
 * }
 * </pre>
 */
public final class TestDatabases {
    private TestDatabases() {}

    /** A new SQLite database for each test, with the migrations of the platform and of these folders. */
    public static FreshDatabase sqlite(String... locations) {
        return new FreshDatabase(new FreshSqlite(withPlatform(locations)));
    }

    /** A new database on a PostgreSQL server of this process for each test, with the migrations of the platform and of these folders. */
    public static FreshDatabase postgres(String... locations) {
        return new FreshDatabase(new FreshPostgres(withPlatform(locations)));
    }

    private static List<String> withPlatform(String... locations) {
        return Stream.concat(Stream.of("db/migration/platform"), Stream.of(locations))
                .toList();
    }
}
