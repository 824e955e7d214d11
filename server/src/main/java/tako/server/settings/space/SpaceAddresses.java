package tako.server.settings.space;

import java.util.Locale;
import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.http.SpaceResolver;

/** Finds the space of an address, by a look into the table at each request: right on every node at once. */
public final class SpaceAddresses implements SpaceResolver {
    private static final String BY_ID = "select id from space where id_key = :text";
    private static final String BY_SLUG = "select id from space where slug = :text and slug <> ''";

    private final Database database;

    public SpaceAddresses(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> byId(String id) {
        return find(BY_ID, id);
    }

    @Override
    public Optional<String> byIdOrSlug(String idOrSlug) {
        return byId(idOrSlug).or(() -> find(BY_SLUG, idOrSlug));
    }

    /** The first space, which cannot be deleted. */
    @Override
    public Optional<String> defaultSpace() {
        return byId(Spaces.DEFAULT);
    }

    private Optional<String> find(String sql, String text) {
        return database.read(view -> view.query(sql)
                .bind("text", text.toLowerCase(Locale.ROOT))
                .mapTo(String.class)
                .findFirst());
    }
}
