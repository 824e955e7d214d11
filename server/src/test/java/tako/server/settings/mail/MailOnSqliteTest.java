package tako.server.settings.mail;

import tako.platform.database.Database;
import tako.platform.database.TestDatabases;

class MailOnSqliteTest extends MailContract {
    @Override
    Database open() {
        return TestDatabases.sqlite("db/migration/server").database();
    }
}
