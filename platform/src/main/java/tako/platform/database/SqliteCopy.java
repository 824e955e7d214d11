package tako.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The copy of the database file that a migration leaves behind, so that an upgrade can be taken back. */
final class SqliteCopy {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCopy.class);

    private SqliteCopy() {}

    /** Copies a database that has a schema to {@code tako-schema-030.db} beside it, named by the version that it holds. */
    static void make(Connection connection, Path file, int version) throws SQLException {
        if (version == 0) {
            return;
        }
        Path copy = file.resolveSibling("tako-schema-%03d.db".formatted(version));
        Path partial = file.resolveSibling(copy.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            vacuumInto(connection, partial);
            Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("The database as it was before the upgrade is kept in {}", copy);
    }

    private static void vacuumInto(Connection connection, Path target) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }
}
