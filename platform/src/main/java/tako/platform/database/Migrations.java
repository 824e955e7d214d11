package tako.platform.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbered SQL scripts, {@code V100__documents.sql}, run once each in order. One text serves both databases: {@code text},
 * {@code integer} and {@code bigint} mean the same on both; {@code ${bytes}} is the type of binary values. Version numbers
 * are unique over all locations: the platform's are below 100, the server's from 100.
 *
 * <p>Flyway is loaded only when the schema is behind, which one select tells.
 */
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Pattern SCRIPT = Pattern.compile("V(\\d+)__\\w+\\.sql");

    private final DatabaseAddress address;
    private final List<String> locations;

    Migrations(DatabaseAddress address, List<String> locations) {
        this.address = address;
        this.locations = List.copyOf(locations);
    }

    void bringUpToDate() {
        List<Integer> known = knownVersions();
        int newest = Collections.max(known);
        SchemaState state = SchemaState.of(address);
        if (state.newest().isPresent() && state.newest().getAsInt() > newest) {
            throw new SchemaTooNew(state.newest().getAsInt(), newest);
        }
        if (state.complete() && state.applied() == known.size()) {
            return;
        }
        copyFirst(state);
        migrate();
    }

    private void migrate() {
        String[] paths = locations.stream().map(path -> "classpath:" + path).toArray(String[]::new);
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(SchemaState.jdbcUrl(address), null, null)
                .locations(paths)
                .placeholders(Map.of("bytes", bytesType()))
                .validateMigrationNaming(true)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private String bytesType() {
        return switch (address) {
            case DatabaseAddress.Embedded ignored -> "blob";
            case DatabaseAddress.Postgres ignored -> "bytea";
        };
    }

    /** SQLite copies itself before its schema changes, so that the older program can be started on the copy. */
    private void copyFirst(SchemaState state) {
        OptionalInt newest = state.newest();
        if (newest.isEmpty() || !(address instanceof DatabaseAddress.Embedded(Path file))) {
            return;
        }
        Path copy = file.resolveSibling(file.getFileName() + ".schema-" + newest.getAsInt());
        SchemaState.copy(file, copy);
        LOG.info("The schema is upgraded; a copy of the database before that is {}", copy);
    }

    private List<Integer> knownVersions() {
        var versions = new ArrayList<Integer>();
        for (String location : locations) {
            scripts(location).stream()
                    .map(SCRIPT::matcher)
                    .filter(Matcher::matches)
                    .map(matcher -> Integer.valueOf(matcher.group(1)))
                    .forEach(versions::add);
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException("No migrations on the class path under " + locations);
        }
        return versions;
    }

    private static List<String> scripts(String location) {
        var names = new ArrayList<String>();
        try {
            var folders = Migrations.class.getClassLoader().getResources(location);
            while (folders.hasMoreElements()) {
                names.addAll(list(folders.nextElement(), location));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The migrations under " + location + " cannot be read", e);
        }
        return names;
    }

    private static List<String> list(URL folder, String location) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(location + "/"))
                    .map(name -> name.substring(location.length() + 1))
                    .toList();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
