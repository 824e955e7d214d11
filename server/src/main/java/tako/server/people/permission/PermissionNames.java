package tako.server.people.permission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Every permission by its wire name, and where it applies ({@code permissions.tsv}: level, name). */
public final class PermissionNames {
    private final List<Named> names;

    private PermissionNames(List<Named> names) {
        this.names = names;
    }

    /** Where a permission applies. */
    public enum Level {
        SYSTEM,
        SPACE,
        MIXED
    }

    /** A permission. */
    record Named(Level level, String name) {}

    /** The table. */
    public static PermissionNames load() {
        var resource =
                Objects.requireNonNull(PermissionNames.class.getResourceAsStream("permissions.tsv"), "permissions.tsv");
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return new PermissionNames(lines.lines().map(PermissionNames::named).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those that apply in spaces. */
    public List<String> inSpaces() {
        return names(Level.SYSTEM);
    }

    /** Those that apply to the system. */
    public List<String> ofSystem() {
        return names(Level.SPACE);
    }

    private List<String> names(Level without) {
        return names.stream()
                .filter(named -> named.level() != without)
                .map(Named::name)
                .toList();
    }

    private static Named named(String line) {
        String[] columns = line.split("\t", -1);
        return new Named(Level.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1]);
    }
}
