package tako.server.settings.server;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tako.platform.database.Database;
import tako.platform.database.View;

/** The UUID of this installation, made at its first start and shared by its nodes. */
public final class InstallationId {
    private static final String NAME = "installation";

    private final Database database;
    private final Supplier<UUID> ids;

    /** @param ids makes a new UUID */
    public InstallationId(Database database, Supplier<UUID> ids) {
        this.database = database;
        this.ids = ids;
    }

    /** The id, kept from now on if it is new. */
    public UUID get() {
        return database.read(InstallationId::find).orElseGet(this::keep);
    }

    private UUID keep() {
        UUID fresh = ids.get();
        return database.write(tx -> find(tx).orElseGet(() -> {
            tx.update("insert into installation (name, id) values (:name, :id)")
                    .bind("name", NAME)
                    .bind("id", fresh.toString())
                    .execute();
            return fresh;
        }));
    }

    private static Optional<UUID> find(View view) {
        return view.query("select id from installation where name = :name")
                .bind("name", NAME)
                .mapTo(String.class)
                .findOne()
                .map(UUID::fromString);
    }
}
