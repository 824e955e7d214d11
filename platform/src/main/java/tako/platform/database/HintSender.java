package tako.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends hints after the commit, from a thread of its own, equal ones that wait as one. A NOTIFY inside the transaction would hold a lock
 * over the whole database until the commit is on disk, so that such transactions would wait for each other.
 */
final class HintSender {
    private static final Logger LOG = LoggerFactory.getLogger(HintSender.class);

    private final BlockingQueue<String> leaving = new LinkedBlockingQueue<>();
    private final DataSource pool;
    private final String node;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("database-hints-out").unstarted(this::work);

    HintSender(DataSource pool, String node) {
        this.pool = pool;
        this.node = node;
        thread.start();
    }

    void send(String channel) {
        leaving.add(channel);
    }

    void close() {
        thread.interrupt();
        Uninterruptibly.join(thread);
    }

    private void work() {
        try {
            while (true) {
                Set<String> channels = new LinkedHashSet<>();
                channels.add(leaving.take());
                leaving.drainTo(channels);
                send(channels);
            }
        } catch (InterruptedException e) {
            LOG.debug("No more hints are sent", e);
        }
    }

    private void send(Set<String> channels) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            for (String channel : channels) {
                statement.setString(1, PostgresHints.CHANNEL);
                statement.setString(2, node + " " + channel);
                statement.execute();
            }
            connection.commit();
        } catch (SQLException e) {
            LOG.warn("Other nodes were not told of {}; they will see it when they poll", channels, e);
        }
    }
}
