package tako.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database, shared by any number of nodes. Bodies run on as many platform threads as there are connections: an interrupt of a
 * virtual thread would close the socket that it waits on, and with it the answer to "was it stored?".
 */
final class PostgresDatabase implements Database {
    private static final int CONNECTIONS = 16;
    private static final Duration RETRYING = Duration.ofSeconds(20);

    private final Limits limits;
    private final HikariDataSource pool;
    private final PostgresHints hints;
    private final PostgresTransactions transactions;
    private final Workers workers = new Workers(this, "database", CONNECTIONS);
    private final Retries retries = new Retries(RETRYING, RandomGenerator.getDefault());

    PostgresDatabase(DatabaseAddress.Postgres address, Limits limits) {
        this.limits = limits;
        // One more than there are workers, for the hints.
        this.pool = PostgresConnections.pool(address, CONNECTIONS + 1, limits);
        this.hints = new PostgresHints(address, pool);
        this.transactions = new PostgresTransactions(
                Mapping.configure(Jdbi.create(pool)),
                new PostgresCounters(address),
                hints,
                new Overruns(limits.overrun()));
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> query) {
        Request<View, T> request = new Request<>(query, query);
        return answer(request, () -> transactions.read(request));
    }

    @Override
    public <T extends @Nullable Object> T write(Function<Tx, T> change) {
        Request<HandleTx, Committed<T>> request = Committed.request(change);
        return answer(request, () -> retries.run(() -> transactions.write(request)))
                .signalled();
    }

    @Override
    public <T extends @Nullable Object> T claim(Function<Tx, T> claim) {
        Request<HandleTx, Committed<T>> request = Committed.request(claim);
        return answer(request, () -> retries.run(() -> transactions.claim(request)))
                .signalled();
    }

    @Override
    public void onHint(String channel, Runnable listener) {
        hints.listen(channel, listener);
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public void close() {
        DatabaseThread.refuseNested(this);
        workers.close();
        hints.close();
        pool.close();
    }

    private <T extends @Nullable Object> T answer(Request<?, T> request, Retries.Attempt<T> work) {
        DatabaseThread.refuseNested(this);
        workers.submit(request, () -> {
            try {
                request.complete(work.run());
            } catch (Throwable failure) {
                request.fail(PostgresFailures.translated(failure));
            }
        });
        return request.await(limits.turn());
    }
}
