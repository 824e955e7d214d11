package tako.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Copies a database file that was migrated once for all tests of this process. */
final class FreshSqlite implements FreshDatabase.Source {
    private static final Map<List<String>, Path> TEMPLATES = new ConcurrentHashMap<>();

    private final List<String> locations;

    FreshSqlite(List<String> locations) {
        this.locations = locations;
    }

    @Override
    public DatabaseAddress make() {
        try {
            DatabaseAddress.Embedded address =
                    new DatabaseAddress.Embedded(newHome().resolve("tako.db"));
            Files.copy(TEMPLATES.computeIfAbsent(locations, key -> template()), address.file());
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> migrations() {
        return locations;
    }

    @Override
    public void remove(DatabaseAddress address) {
        if (address instanceof DatabaseAddress.Embedded embedded) {
            delete(embedded.file().resolveSibling(""));
        }
    }

    private Path template() {
        DatabaseAddress.Embedded address =
                new DatabaseAddress.Embedded(newHome().resolve("tako.db"));
        Databases.open(address, migrations()).close();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> delete(address.file().resolveSibling(""))));
        return address.file();
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("tako-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
