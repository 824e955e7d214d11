package tako.platform.task;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tako.platform.database.Database;

/** A contract that is run on a fresh database of each kind. */
abstract class OneDatabase {
    /** The platform's, and the table of {@link TaskEffects}. */
    static final List<String> MIGRATIONS = List.of("db/migration/platform", "db/migration/tasktest");

    private Database database;

    /** A new, empty database with {@link #MIGRATIONS}. */
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
