package tako.platform.database;

import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean for people, and which of them end the whole transaction. */
final class SqliteErrors {
    private SqliteErrors() {}

    /** Whether SQLite may have rolled back the transaction, so that nothing of the group can be acknowledged. */
    static boolean fatal(Throwable error) {
        return code(error)
                .map(code -> switch (code) {
                    case SQLITE_FULL,
                            SQLITE_IOERR,
                            SQLITE_NOMEM,
                            SQLITE_CORRUPT,
                            SQLITE_NOTADB,
                            SQLITE_READONLY,
                            SQLITE_CANTOPEN,
                            SQLITE_PROTOCOL -> true;
                    default ->
                        code.name().startsWith("SQLITE_IOERR") || code.name().startsWith("SQLITE_CANTOPEN");
                })
                .orElse(false);
    }

    static String sentence(Throwable error) {
        return code(error)
                .map(code -> switch (code) {
                    case SQLITE_FULL ->
                        "The disk of the server's home is full: nothing was changed. Free space, then try again.";
                    case SQLITE_CORRUPT, SQLITE_NOTADB ->
                        "The database file is damaged: nothing was changed. Restore it from a backup.";
                    case SQLITE_READONLY ->
                        "The database file cannot be written: nothing was changed. Check its permissions.";
                    default ->
                        "The disk of the server's home does not answer (" + code.name()
                                + "): nothing was changed. Check the disk, then try again.";
                })
                .orElse("The database could not make the change durable: nothing was changed. Try again.");
    }

    private static Optional<SQLiteErrorCode> code(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return Optional.of(sqlite.getResultCode());
            }
        }
        return Optional.empty();
    }
}
