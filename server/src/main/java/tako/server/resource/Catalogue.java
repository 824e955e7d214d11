package tako.server.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.View;

/** Every kind of documents, so that an id of any of them can be looked up. */
public final class Catalogue {
    private final Map<String, Kind<?>> byPrefix;

    public Catalogue(List<Kind<?>> kinds) {
        byPrefix = kinds.stream().collect(Collectors.toMap(kind -> key(kind.idPrefix()), Function.identity()));
    }

    /** The kind whose ids look like this one. */
    public Optional<Kind<?>> kindOf(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? Optional.empty() : Optional.ofNullable(byPrefix.get(key(id.substring(0, dash))));
    }

    /** What of some references does not exist, each a sentence that names the member. */
    public List<String> missing(View view, String space, Stream<Reference> references) {
        Map<String, Boolean> looked = new HashMap<>();
        return references
                .distinct()
                .filter(reference -> !isOfKind(reference)
                        || !looked.computeIfAbsent(reference.target(), target -> exists(view, space, target)))
                .map(reference -> reference.member() + ": '" + reference.target()
                        + "' does not exist in this space. Choose an existing one.")
                .toList();
    }

    private boolean isOfKind(Reference reference) {
        return reference.idPrefix().isEmpty()
                || kindOf(reference.target())
                        .filter(kind -> kind.idPrefix().equals(reference.idPrefix()))
                        .isPresent();
    }

    /** Whether a document with this id exists in the space, or belongs to the server as a whole. */
    public boolean exists(View view, String space, String id) {
        return kindOf(id)
                .map(kind -> view.query("select count(*) from " + kind.table()
                                        + " where id_key = :id and (space_id = :space or space_id = '')")
                                .bind("id", DocumentRows.idKey(id))
                                .bind("space", space)
                                .mapTo(Integer.class)
                                .one()
                        > 0)
                .orElse(false);
    }

    /** The names of documents of one kind by their ids; ids that are gone are left out. */
    public Map<String, String> names(View view, Kind<?> kind, List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return view
                .query("select id, name from " + kind.table() + " where id_key in (<ids>)")
                .bindList("ids", ids.stream().map(DocumentRows::idKey).toList())
                .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String key(String prefix) {
        return prefix.toLowerCase(Locale.ROOT);
    }
}
