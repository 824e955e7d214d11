package tako.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears other nodes' hints on a connection of its own and reconnects when it breaks. */
final class PostgresListener implements AutoCloseable {
    static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
    static final String CHANNEL = "tako_hint";
    private static final int WAIT_MILLIS = 500;
    private static final long RECONNECT_NANOS = 1_000_000_000L;

    private final String jdbcUrl;
    private final Hints hints;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;

    PostgresListener(String jdbcUrl, Hints hints) {
        this.jdbcUrl = jdbcUrl;
        this.hints = hints;
    }

    /** Sends a hint with the commit of a transaction. */
    static void send(Tx tx, String channel) {
        tx.query("select pg_notify(:all, :channel)")
                .bind("all", CHANNEL)
                .bind("channel", channel)
                .mapTo(String.class)
                .list();
    }

    /** Begins to listen, once. */
    void start() {
        if (started.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("postgresql-hints").start(this::listen);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void listen() {
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl);
                    var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (!closed) {
                    pass(notifications.getNotifications(WAIT_MILLIS));
                }
            } catch (SQLException e) {
                LOG.debug("Hints are not heard for a moment; polling goes on", e);
                LockSupport.parkNanos(RECONNECT_NANOS);
            }
        }
    }

    private void pass(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            hints.tell(notification.getParameter());
        }
    }
}
