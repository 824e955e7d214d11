package tako.server.delivery.deployment;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DeploymentRulesOnPostgresTest extends DeploymentRulesContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}
