package tako.server.delivery.deployment;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class DeploymentRulesOnSqliteTest extends DeploymentRulesContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}
