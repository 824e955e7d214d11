package tako.app.wiring;

import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.database.DatabaseUnavailable;
import tako.server.settings.server.Readiness;

/** A server can work while its database answers. */
record DatabaseReadiness(Database database) implements Readiness {
    @Override
    public Optional<String> obstacle() {
        try {
            database.read(view -> view.query("select 1").mapTo(Integer.class).one());
            return Optional.empty();
        } catch (DatabaseUnavailable gone) {
            return Optional.of("The database does not answer: " + gone.getMessage());
        }
    }
}
