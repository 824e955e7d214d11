package tako.server.infrastructure.health;

import java.util.List;
import tako.platform.database.Database;
import tako.server.TestEngine;
import tako.server.WireMapper;
import tako.server.infrastructure.environment.Environment;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tools.jackson.databind.node.ObjectNode;

/** Documents of other features that targets point at: all that counts of them is that they exist. */
final class StoredAs {
    static final Kind<Environment> ACCOUNTS = Kind.of(Environment.class, "Account", "Accounts", "library_variable_set")
            .build();
    static final Kind<Environment> CERTIFICATES =
            Kind.of(Environment.class, "Certificate", "Certificates", "team").build();

    private StoredAs() {}

    /** Stores {@code Accounts-1} and {@code Certificates-1}. */
    static void fill(Database database, Engine engine) {
        for (Kind<Environment> kind : List.of(ACCOUNTS, CERTIFICATES)) {
            database.change(tx -> new Documents<>(kind, engine)
                    .insert(tx, TestEngine.ADA, "Spaces-1", json("{\"Name\": \"First\"}")));
        }
    }

    static ObjectNode json(String text) {
        return (ObjectNode) WireMapper.mapper().readTree(text);
    }
}
