package tako.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL's errors mean. States are those of the SQL standard's appendix in PostgreSQL's manual. */
final class PostgresErrors {
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "53100", "53200", "53300", "58030");

    private PostgresErrors() {}

    /** Whether the transaction met another one and may simply run again. */
    static boolean conflict(Throwable error) {
        return state(error).map(CONFLICTS::contains).orElse(false);
    }

    /** The exception callers see: a body's own, or that the database is not available. */
    static RuntimeException translate(Exception error) {
        if (error instanceof DatabaseUnavailable unavailable) {
            return unavailable;
        }
        boolean gone = state(error)
                .map(state -> state.startsWith("08") || GONE.contains(state))
                .orElse(error instanceof SQLTransientConnectionException);
        if (gone) {
            return unavailable(error);
        }
        return error instanceof RuntimeException runtime ? runtime : new IllegalStateException(error);
    }

    static DatabaseUnavailable unavailable(Exception cause) {
        return new DatabaseUnavailable(
                "The PostgreSQL server does not answer: nothing was changed. Check that it runs and can be reached, then try again.",
                cause);
    }

    private static Optional<String> state(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(sql.getSQLState());
            }
        }
        return Optional.empty();
    }
}
