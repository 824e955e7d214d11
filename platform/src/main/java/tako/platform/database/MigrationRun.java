package tako.platform.database;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Runs Flyway; a class of its own, so that Flyway is loaded only where there is something to migrate. */
final class MigrationRun {
    private MigrationRun() {}

    /** @param schema what is there already */
    static void migrate(String url, List<String> folders, Map<String, String> placeholders, Schema schema) {
        new FluentConfiguration(MigrationRun.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(url, null, null)
                .locations(folders.stream().map(folder -> "classpath:" + folder).toArray(String[]::new))
                .placeholders(placeholders)
                .failOnMissingLocations(false)
                // Only where it is needed: Flyway warns of it.
                .outOfOrder(schema.reachesBack())
                .load()
                .migrate();
    }
}
