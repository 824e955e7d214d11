package tako.bench.writes;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import tako.platform.database.Database;
import tako.platform.http.Principal;
import tako.platform.json.Json;
import tako.server.infrastructure.environment.Environment;
import tako.server.infrastructure.environment.Environments;
import tako.server.people.audit.EventLog;
import tako.server.resource.Catalogue;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ours: environments created through the engine of documents, each with its audit event in the same transaction. */
final class DocumentWrites {
    static final int CLIENTS = 16;
    static final List<String> MIGRATIONS = List.of("db/migration/platform", "db/migration/server");
    private static final String SPACE = "Spaces-1";
    private static final Principal WHO = new Principal("Users-1", "ada", "API key 'bench'", "127.0.0.1", "bench/1.0");

    private final JsonMapper mapper = Json.mapper(ZoneOffset.UTC);
    private final Documents<Environment> documents;

    DocumentWrites(Database database) {
        this.documents = new Documents<>(
                Environments.KIND,
                new Engine(
                        database,
                        mapper,
                        new Catalogue(List.of(Environments.KIND)),
                        (principal, permission, space) -> {},
                        new EventLog(mapper, InstantSource.system()),
                        (tx, clear) -> "Secrets-1",
                        (kind, space, id) -> {},
                        InstantSource.system()));
    }

    /** Documents per second with {@value #CLIENTS} clients. */
    double rate(int count) throws InterruptedException {
        return Clients.rate(Collections.nCopies(CLIENTS, (Clients.Client) this::write), count);
    }

    private void write(int number) {
        ObjectNode body = mapper.createObjectNode()
                .put("Name", "Environment " + number)
                .put("Description", "Where releases are rehearsed before customers see them")
                .put("SortOrder", number)
                .put("UseGuidedFailure", true);
        documents.create(WHO, SPACE, body);
    }
}
