package tako.platform.database;

import java.nio.file.Path;

/** Which database to use. */
public sealed interface DatabaseAddress {
    /**
     * The embedded default: SQLite in one file, for one process.
     *
     * @param file on a local disk, in a folder that exists; the home it lies in is held by a {@link HomeLock}
     */
    record Embedded(Path file) implements DatabaseAddress {}

    /**
     * A database on a PostgreSQL server, version 15 or newer, shared by any number of nodes.
     *
     * @param jdbcUrl with user and password; the user may create tables
     */
    record Postgres(String jdbcUrl) implements DatabaseAddress {
        /** Without what may hold a password. */
        @Override
        public String toString() {
            int options = jdbcUrl.indexOf('?');
            return options < 0 ? jdbcUrl : jdbcUrl.substring(0, options);
        }
    }

    /**
     * Reads a connection string: {@code postgresql://user:password@host:5432/name?sslmode=require}, a {@code jdbc:postgresql:} URL, or
     * {@code Host=…;Port=…;Database=…;Username=…;Password=…}.
     *
     * @throws IllegalArgumentException with a sentence for people, e.g. for a SQL Server string; it never quotes the string
     */
    static DatabaseAddress parse(String text) {
        return new Postgres(ConnectionString.toJdbcUrl(text.strip()));
    }
}
