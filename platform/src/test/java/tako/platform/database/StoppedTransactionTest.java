package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node of several that was stopped in the middle of a transaction. */
class StoppedTransactionTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 16;

    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.postgres();

    @Test
    @Timeout(20)
    void does_not_hold_up_the_others_for_longer_than_a_pause() throws InterruptedException {
        Database database = fresh.database();
        Items.createTable(database);
        Items.put(database, "apples", 1);
        var holds = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        var limits = new Limits(LONG, LONG, Duration.ofSeconds(1), LONG);
        try (Database stopped = new PostgresDatabase((DatabaseAddress.Postgres) fresh.address(), limits);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rollBackOnEveryConnection(stopped);
            threads.execute(() -> stopped.change(tx -> {
                Items.set(tx, "apples", 2);
                holds.countDown();
                awaitUninterrupted(goesOn);
            }));
            holds.await();

            try {
                database.change(tx -> Items.set(tx, "apples", 3));
                assertThat(Items.amount(database, "apples")).isEqualTo(3);
            } finally {
                goesOn.countDown();
            }
        }
    }

    /** What connections were told when they were made outlives first transactions that come to nothing. */
    private static void rollBackOnEveryConnection(Database database) {
        var inside = new CountDownLatch(CONNECTIONS);
        Together.call(
                CONNECTIONS,
                number -> () -> assertThatThrownBy(() -> database.change(tx -> {
                            Items.amount(tx, "apples");
                            inside.countDown();
                            awaitUninterrupted(inside);
                            throw new IllegalStateException("comes to nothing");
                        }))
                        .hasMessage("comes to nothing"));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
