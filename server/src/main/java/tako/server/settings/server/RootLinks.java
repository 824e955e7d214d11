package tako.server.settings.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The one table of links of the root documents ({@code links.tsv}: level, key, template). Two clients find their addresses in
 * it, so it is complete from the start; {@link UnservedLinks} says which lead nowhere yet.
 */
public final class RootLinks {
    private final List<RootLink> links;

    RootLinks(List<RootLink> links) {
        this.links = List.copyOf(links);
    }

    /** The table. */
    public static RootLinks load() {
        return new RootLinks(lines("links.tsv").stream().map(RootLinks::link).toList());
    }

    /** The lines of a file beside this class. */
    static List<String> lines(String file) {
        var resource = Objects.requireNonNull(RootLinks.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every link. */
    public List<RootLink> all() {
        return links;
    }

    /** The links of the root document. */
    public Map<String, String> ofRoot(Optional<String> defaultSpace) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("Self", "/api");
        links.forEach(link -> link.inRoot(defaultSpace).ifPresent(template -> shown.put(link.key(), template)));
        return shown;
    }

    /** The links of the root document of a space. */
    public Map<String, String> ofSpace(String space) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("Self", "/api/" + space);
        links.forEach(link -> link.inSpace(space).ifPresent(template -> shown.put(link.key(), template)));
        return shown;
    }

    private static RootLink link(String line) {
        String[] columns = line.split("\t", -1);
        return new RootLink(RootLink.Level.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1], columns[2]);
    }
}
