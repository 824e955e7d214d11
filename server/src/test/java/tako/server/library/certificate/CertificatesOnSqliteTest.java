package tako.server.library.certificate;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class CertificatesOnSqliteTest extends CertificatesContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}
