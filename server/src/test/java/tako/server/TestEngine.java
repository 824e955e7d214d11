package tako.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.server.resource.Catalogue;
import tako.server.resource.Engine;
import tako.server.resource.Kind;

/** An engine over a real database for tests that do not look at permissions, events, secrets or notices. */
public final class TestEngine {
    /** Who acts in tests. */
    public static final Principal ADA = new Principal("Users-1", "ada", "API key 'test'", "", "");

    /** When tests happen. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private TestEngine() {}

    /** An engine that knows these kinds. */
    public static Engine over(Database database, List<Kind<?>> kinds) {
        return new Engine(
                database,
                WireMapper.mapper(),
                new Catalogue(kinds),
                (principal, permission, space) -> {},
                (tx, who, entry) -> {},
                (tx, clear) -> "Secrets-1",
                (kind, space, id) -> {},
                InstantSource.fixed(NOON));
    }
}
