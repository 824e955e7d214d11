package tako.platform.database;

import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean to callers. */
final class SqliteFailures {
    private SqliteFailures() {}

    /** The failure as a database that cannot be used now, if it is one; otherwise it is the body's own. */
    static Optional<DatabaseUnavailable> unavailable(Throwable failure) {
        if (failure instanceof DatabaseUnavailable unavailable) {
            return Optional.of(unavailable);
        }
        return sqlite(failure)
                .map(cause -> reason(cause.getResultCode()))
                .filter(reason -> !reason.isEmpty())
                .map(reason -> new DatabaseUnavailable(reason, failure));
    }

    /** Any failure of SQLite outside a body: whatever it was, nothing was acknowledged. */
    static DatabaseUnavailable lost(Throwable failure) {
        return unavailable(failure)
                .orElseGet(() -> new DatabaseUnavailable(
                        "The database could not store the change; look into the server's log, then try again.",
                        failure));
    }

    /** The body's failure as its caller sees it. */
    static Throwable translated(Throwable failure) {
        return sqlite(failure)
                .filter(cause -> isUnique(cause.getResultCode()))
                .<Throwable>map(UniqueViolation::new)
                .orElse(failure);
    }

    private static boolean isUnique(SQLiteErrorCode code) {
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
    }

    private static Optional<SQLiteException> sqlite(Throwable failure) {
        if (failure instanceof SQLiteException cause) {
            return Optional.of(cause);
        }
        return failure instanceof JdbiException && failure.getCause() instanceof SQLiteException cause
                ? Optional.of(cause)
                : Optional.empty();
    }

    /** A sentence for people, or "" where the statement is to blame. The low byte of an extended code is its family. */
    private static String reason(SQLiteErrorCode code) {
        return switch (code.code & 0xff) {
            case 13 -> "The disk that holds the database is full; free some space, then try again.";
            case 10, 14 ->
                "The database file could not be read or written; check the disk and the home folder, then try again.";
            case 8 -> "The database file is not writable; check the permissions of the home folder, then try again.";
            case 5, 6, 15 -> "Another program holds the database file; close it, then try again.";
            case 7 -> "There is not enough memory for the database; give the server more, then try again.";
            case 9 -> "The database did not answer in time; ask for less at once, or try again.";
            case 11, 26 -> "The database file is damaged; stop the server and restore a backup.";
            default -> "";
        };
    }
}
