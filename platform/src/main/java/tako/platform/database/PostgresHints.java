package tako.platform.database;

import java.util.UUID;
import javax.sql.DataSource;

/** Hints between nodes: listeners of this process are called directly, those of other nodes through NOTIFY. */
final class PostgresHints implements Hints {
    /** The one channel of PostgreSQL that all hints share; the payload names the node and the hint's channel. */
    static final String CHANNEL = "tako_hint";

    private final LocalHints local = new LocalHints();
    private final HintSender sender;
    private final HintReceiver receiver;

    PostgresHints(DatabaseAddress.Postgres address, DataSource pool) {
        String node = UUID.randomUUID().toString();
        this.sender = new HintSender(pool, node);
        this.receiver = new HintReceiver(() -> PostgresConnections.open(address), node, local);
    }

    @Override
    public void listen(String channel, Runnable listener) {
        local.listen(channel, listener);
        receiver.start();
    }

    @Override
    public void give(String channel) {
        local.give(channel);
        sender.send(channel);
    }

    void close() {
        sender.close();
        receiver.close();
    }
}
