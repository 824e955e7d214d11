package tako.platform.database;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's error codes mean to callers (PostgreSQL documentation, appendix "PostgreSQL Error Codes"). */
final class PostgresFailures {
    private PostgresFailures() {}

    /** Whether another transaction got in between, so that this one should run again. */
    static boolean isConflict(@Nullable Throwable failure) {
        String state = state(failure);
        return state.equals("40001") || state.equals("40P01");
    }

    static boolean isLostConnection(Throwable failure) {
        String state = state(failure);
        return state.startsWith("08")
                || state.startsWith("57P")
                || sql(failure).orElse(null) instanceof SQLTransientConnectionException;
    }

    /** The failure as a database that cannot be used now, if it is one; otherwise it is the body's own. */
    static Optional<DatabaseUnavailable> unavailable(Throwable failure) {
        if (failure instanceof DatabaseUnavailable unavailable) {
            return Optional.of(unavailable);
        }
        String reason = reason(failure);
        return reason.isEmpty() ? Optional.empty() : Optional.of(new DatabaseUnavailable(reason, failure));
    }

    /** Any failure outside a body: whatever it was, nothing was acknowledged. */
    static DatabaseUnavailable lost(Throwable failure) {
        return unavailable(failure)
                .orElseGet(() -> new DatabaseUnavailable(
                        "PostgreSQL could not be used; look into the server's log, then try again.", failure));
    }

    /** The body's failure as its caller sees it. */
    static Throwable translated(Throwable failure) {
        return state(failure).equals("23505")
                ? new UniqueViolation(failure)
                : unavailable(failure)
                        .<Throwable>map(unavailable -> unavailable)
                        .orElse(failure);
    }

    private static String state(@Nullable Throwable failure) {
        return sql(failure).map(SQLException::getSQLState).orElse("");
    }

    private static Optional<SQLException> sql(@Nullable Throwable failure) {
        if (failure instanceof SQLException cause) {
            return Optional.of(cause);
        }
        return (failure instanceof JdbiException || failure instanceof PoolInitializationException)
                        && failure.getCause() instanceof SQLException cause
                ? Optional.of(cause)
                : Optional.empty();
    }

    private static String reason(Throwable failure) {
        String state = state(failure);
        if (isLostConnection(failure)) {
            return "PostgreSQL cannot be reached; check that it runs and that DB_CONNECTION_STRING is right, then try again.";
        }
        if (state.startsWith("28")) {
            return "PostgreSQL refused the user or password of DB_CONNECTION_STRING; correct them, then start again.";
        }
        return switch (state) {
            case "3D000" -> "The database that DB_CONNECTION_STRING names does not exist; create it, then start again.";
            case "53100" -> "The disk of the PostgreSQL server is full; free some space, then try again.";
            case "53300" -> "PostgreSQL has no connection left; raise its max_connections, then try again.";
            case "53200", "53000" -> "The PostgreSQL server lacks memory; give it more, then try again.";
            case "58030" -> "PostgreSQL could not read or write its disk; check that server, then try again.";
            case "57014", "55P03", "25P03" ->
                "The database did not answer in time; ask for less at once, or try again.";
            default -> "";
        };
    }
}
