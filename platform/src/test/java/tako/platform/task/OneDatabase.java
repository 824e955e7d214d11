package tako.platform.task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

/** A contract that is run on a fresh storage of each kind. */
abstract class OneDatabase {

    private QueueStorage storage = MemoryStorage.create();

    /** A new, empty storage. */
    abstract QueueStorage open();

    /** A new SQLite database. */
    static QueueStorage sqlite() {
        return SqlStorage.in(TestDatabases.sqlite("db/migration/tasktest").database());
    }

    /** A new PostgreSQL database. */
    static QueueStorage postgres() {
        return SqlStorage.in(TestDatabases.postgres("db/migration/tasktest").database());
    }

    final QueueStorage storage() {
        return storage;
    }

    final Database database() {
        return storage.database();
    }

    @BeforeEach
    final void openIt() {
        storage = open();
    }

    @AfterEach
    final void closeIt() {
        storage.database().close();
    }
}
