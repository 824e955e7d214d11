package tako.server.library.certificate;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class CertificatesOnPostgresTest extends CertificatesContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}
