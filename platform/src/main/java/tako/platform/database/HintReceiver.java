package tako.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens to the hints of other nodes over a connection of its own, and connects again when that is lost. */
final class HintReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(HintReceiver.class);
    /** How often a silent connection is asked whether it still lives. */
    private static final int SILENCE_MILLIS = 10_000;

    private static final int RECONNECT_SECONDS = 1;

    /** Opens the connection. */
    interface Connections {
        Connection open() throws SQLException;
    }

    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Connections connections;
    private final String node;
    private final LocalHints local;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("database-hints-in").unstarted(this::work);
    private volatile @Nullable Connection current;

    HintReceiver(Connections connections, String node, LocalHints local) {
        this.connections = connections;
        this.node = node;
        this.local = local;
    }

    /** Begins to listen, once. */
    void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    void close() {
        closing.countDown();
        abort();
        Uninterruptibly.join(thread);
    }

    private void work() {
        try {
            do {
                listenUntilLost();
            } while (!closing.await(RECONNECT_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            LOG.debug("Hints of other nodes are no longer heard", e);
        }
    }

    private void listenUntilLost() {
        try (Connection connection = connections.open();
                Statement statement = connection.createStatement()) {
            current = connection;
            statement.execute("listen " + PostgresHints.CHANNEL);
            // What was said before this moment may have been missed.
            local.giveAll();
            while (closing.getCount() > 0) {
                receive(connection.unwrap(PGConnection.class));
                statement.execute("select 1");
            }
        } catch (SQLException | DatabaseUnavailable e) {
            if (closing.getCount() > 0) {
                LOG.warn("The connection for hints of other nodes was lost; polling goes on", e);
            }
        }
    }

    private void receive(PGConnection connection) throws SQLException {
        for (PGNotification notification : connection.getNotifications(SILENCE_MILLIS)) {
            String[] parts = notification.getParameter().split(" ", 2);
            if (parts.length == 2 && !parts[0].equals(node)) {
                local.give(parts[1]);
            }
        }
    }

    private void abort() {
        Connection connection = current;
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            LOG.debug("The connection for hints could not be ended", e);
        }
    }
}
