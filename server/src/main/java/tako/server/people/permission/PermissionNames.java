package tako.server.people.permission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every permission by its wire name, and where it applies ({@code permissions.tsv}: level, name, what it can be restricted to, and
 * {@code reads} for those that only let one read and show no secret).
 */
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

    /**
     * A permission, and the dimensions in which it can be restricted.
     *
     * @param reads whether it only lets one read, and shows no secret
     */
    record Named(Level level, String name, List<String> restrictions, boolean reads) {}

    /**
     * A permission as clients read it.
     *
     * @param description its name in words
     */
    public record Described(
            String description,
            boolean canApplyAtSpaceLevel,
            boolean canApplyAtSystemLevel,
            List<String> supportedRestrictions) {}

    /** Every permission by its name. */
    public Map<String, Described> described() {
        var described = new LinkedHashMap<String, Described>();
        names.forEach(named -> described.put(
                named.name(),
                new Described(
                        words(named.name()),
                        named.level() != Level.SYSTEM,
                        named.level() != Level.SPACE,
                        named.restrictions())));
        return described;
    }

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

    /** Those that only let one read, and show no secret. */
    public Set<String> reading() {
        return names.stream().filter(Named::reads).map(Named::name).collect(Collectors.toUnmodifiableSet());
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

    /** {@code Project group: create} of {@code ProjectGroupCreate}. */
    private static String words(String name) {
        String[] words = name.split("(?<=[a-z])(?=[A-Z])");
        String verb = words[words.length - 1].toLowerCase(Locale.ROOT);
        String subject =
                String.join(" ", Arrays.copyOf(words, words.length - 1)).toLowerCase(Locale.ROOT);
        return subject.isEmpty() ? name : Character.toUpperCase(subject.charAt(0)) + subject.substring(1) + ": " + verb;
    }

    private static Named named(String line) {
        String[] columns = line.split("\t", -1);
        return new Named(
                Level.valueOf(columns[0].toUpperCase(Locale.ROOT)),
                columns[1],
                columns[2].isEmpty() ? List.of() : List.of(columns[2].split(",")),
                columns[3].equals("reads"));
    }
}
