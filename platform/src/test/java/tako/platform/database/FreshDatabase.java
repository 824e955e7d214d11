package tako.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database for one test, made at its first use and removed after the test. Register it as an extension in an instance field. */
public final class FreshDatabase implements AfterEachCallback {
    /** Where a fresh database comes from. */
    interface Source {
        /** Makes an empty, migrated database. */
        DatabaseAddress make();

        /** The folders of its migrations. */
        List<String> migrations();

        void remove(DatabaseAddress address);
    }

    private final Source source;
    private final List<Database> opened = new ArrayList<>();
    private Optional<DatabaseAddress> address = Optional.empty();

    FreshDatabase(Source source) {
        this.source = source;
    }

    /** The test's database, opened once. */
    public Database database() {
        return opened.isEmpty() ? another() : opened.getLast();
    }

    /** Another {@link Database} on the same data: on PostgreSQL a second node. On SQLite use {@link #reopened}. */
    public Database another() {
        Database database = Databases.open(address(), source.migrations());
        opened.add(database);
        return database;
    }

    /** Closes the database and opens the same data again. */
    public Database reopened() {
        opened.forEach(Database::close);
        opened.clear();
        return another();
    }

    /** Where the test's database is. */
    public DatabaseAddress address() {
        if (address.isEmpty()) {
            address = Optional.of(source.make());
        }
        return address.orElseThrow();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(Database::close);
        opened.clear();
        address.ifPresent(source::remove);
        address = Optional.empty();
    }
}
