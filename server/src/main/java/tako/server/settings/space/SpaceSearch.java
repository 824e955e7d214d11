package tako.server.settings.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.NameKey;
import tako.server.resource.Stored;

/** Finds documents of a space, of whatever kind, by a part of their names. */
public final class SpaceSearch {
    private static final int MOST_OF_A_KIND = 10;

    private final Engine engine;
    private final Spaces spaces;
    private final List<Kind<?>> kinds;

    /** @param kinds the kinds that are searched, those that lie in no space left out */
    public SpaceSearch(Engine engine, Spaces spaces, List<Kind<?>> kinds) {
        this.engine = engine;
        this.spaces = spaces;
        this.kinds = kinds.stream().filter(Kind::spaced).toList();
    }

    /**
     * A document that was found.
     *
     * @param type its item type
     */
    public record Hit(String type, String id, String name, Map<String, String> links) {}

    /** At most ten documents of each kind whose names contain the text; none for an empty text. */
    public List<Hit> find(Principal principal, String spaceIdOrSlug, String text) {
        Stored<Space> space = spaces.get(principal, "", spaceIdOrSlug);
        if (text.isBlank()) {
            return List.of();
        }
        kinds.forEach(
                kind -> engine.permissions().require(principal, kind.grants().view(), space.id()));
        return engine.database().read(view -> find(view, space.id(), NameKey.of(text)));
    }

    private List<Hit> find(View view, String space, String text) {
        var hits = new ArrayList<Hit>();
        String pattern = "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        for (Kind<?> kind : kinds) {
            hits.addAll(view.query("select id, name from " + kind.table() + " where space_id = :space"
                            + " and name_key like :pattern escape '!' order by name_key, id_key limit :most")
                    .bind("space", space)
                    .bind("pattern", pattern)
                    .bind("most", MOST_OF_A_KIND)
                    .map((row, context) -> hit(kind, space, row.getString("id"), row.getString("name")))
                    .list());
        }
        return hits;
    }

    private static Hit hit(Kind<?> kind, String space, String id, String name) {
        return new Hit(kind.itemType(), id, name, Map.of("Self", "/api/" + space + "/" + kind.path() + "/" + id));
    }
}
