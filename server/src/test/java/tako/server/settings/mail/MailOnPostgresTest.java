package tako.server.settings.mail;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class MailOnPostgresTest extends MailContract {
    @Override
    Database open() {
        return TestDatabases.postgres("db/migration/server").database();
    }
}
