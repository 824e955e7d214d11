package tako.platform.task;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tako.platform.database.Database;

/** A contract that is run on a fresh database of each kind. */
abstract class OneDatabase {

    private Database database;

    /** A new, empty database with the migrations of the platform and of {@code db/migration/tasktest}. */
    abstract Database open();

    final Database database() {
        return database;
    }

    @BeforeEach
    final void openIt() {
        database = open();
    }

    @AfterEach
    final void closeIt() {
        database.close();
    }
}
