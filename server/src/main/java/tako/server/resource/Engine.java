package tako.server.resource;

import java.time.InstantSource;
import tako.platform.database.Database;
import tools.jackson.databind.json.JsonMapper;

/** What the engine of documents works with. */
public record Engine(
        Database database,
        JsonMapper mapper,
        Catalogue catalogue,
        Permissions permissions,
        AuditLog audit,
        SecretStore secrets,
        ChangeNotices notices,
        InstantSource clock) {}
