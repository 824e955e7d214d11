package tako.server.resource;

import tako.platform.database.View;
import tako.platform.secret.Secret;

/** Opens what {@link SecretStore} keeps, for those few who use it. */
@FunctionalInterface
public interface SecretReader {
    /**
     * The value kept under an id.
     *
     * @throws tako.platform.secret.SecretUnreadable when there is none, or its row was changed
     */
    Secret open(View view, String id);
}
