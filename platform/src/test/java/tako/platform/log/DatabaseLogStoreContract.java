package tako.platform.log;

import org.junit.jupiter.api.extension.RegisterExtension;
import tako.platform.database.FreshDatabase;

abstract class DatabaseLogStoreContract extends LogStoreContract {
    @RegisterExtension
    final FreshDatabase fresh = fresh();

    abstract FreshDatabase fresh();

    @Override
    LogStore open() {
        return new DatabaseLogStore(fresh.database(), clock);
    }
}
