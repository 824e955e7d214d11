package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counters and statements that outlive a transaction of the writer. */
class SqliteTransactionsTest {
    @RegisterExtension
    final FreshDatabase fresh = TestDatabases.sqlite();

    private final List<Long> given = new ArrayList<>();
    private final SqliteTransactions transactions =
            new SqliteTransactions(new LocalHints(), new Overruns(Duration.ofSeconds(1)));

    private Path file;
    private SqliteSession session;

    @BeforeEach
    void open() throws SQLException {
        file = ((DatabaseAddress.Embedded) fresh.address()).file();
        session = SqliteSession.writing(file, Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void theRowOfACounterHoldsWhatACommittedGroupReceivedAsSoonAsItIsCommitted() throws SQLException {
        transactions.commit(session, List.of(next(), next(), next()));

        assertThat(given).containsExactly(1L, 2L, 3L);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void whatAFailedRequestReceivedIsNeverGivenToTwoNeighbours() throws SQLException {
        transactions.commit(session, List.of(next(), nextAndFail(new IllegalArgumentException()), next(), next()));

        assertThat(given).doesNotHaveDuplicates().hasSize(3);
        assertThat(stored()).isEqualTo(given.getLast());
    }

    @Test
    void aLostGroupLeavesNothingBehindAndTheNextOneGoesOnFromTheRow() throws SQLException {
        transactions.commit(session, List.of(next()));
        assertThatThrownBy(() -> transactions.commit(
                        session, List.of(next(), nextAndFail(new DatabaseUnavailable("The disk is full.")))))
                .isInstanceOf(DatabaseUnavailable.class);
        reopen();
        transactions.commit(session, List.of(next()));

        assertThat(given).startsWith(1L).endsWith(2L);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void aStatementThatIsInUseMayBeStartedAgain() throws SQLException {
        String numbers = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select i from n";
        List<Long> seen = new ArrayList<>();

        transactions.commit(session, List.of(request(tx -> {
            try (var outer = tx.query(numbers).mapTo(Long.class).iterator()) {
                seen.add(outer.next());
                seen.addAll(tx.query(numbers).mapTo(Long.class).list());
                outer.forEachRemaining(seen::add);
            }
            return 0L;
        })));

        assertThat(seen).containsExactly(1L, 1L, 2L, 3L, 2L, 3L);
    }

    @Test
    void moreStatementsThanAreKeptWorkAsWell() throws SQLException {
        List<Long> seen = new ArrayList<>();

        transactions.commit(session, List.of(request(tx -> {
            for (int round = 0; round < 2; round++) {
                for (int number = 0; number <= SqliteStatements.MOST; number++) {
                    seen.add(tx.query("select " + number).mapTo(Long.class).one());
                }
            }
            return 0L;
        })));

        assertThat(seen).hasSize(2 * (SqliteStatements.MOST + 1)).endsWith((long) SqliteStatements.MOST);
    }

    private void reopen() throws SQLException {
        session.close();
        session = SqliteSession.writing(file, Duration.ofSeconds(30));
    }

    /** What another process would find after a kill. */
    private long stored() throws SQLException {
        try (SqliteSession reading = SqliteSession.reading(file, Duration.ofSeconds(30))) {
            return reading.handle()
                    .createQuery("select value from counter where name = 'Projects'")
                    .mapTo(Long.class)
                    .one();
        }
    }

    private Request<HandleTx, Long> next() {
        return request(tx -> {
            long number = tx.next("Projects");
            given.add(number);
            return number;
        });
    }

    private static Request<HandleTx, Long> nextAndFail(RuntimeException failure) {
        return request(tx -> {
            tx.next("Projects");
            throw failure;
        });
    }

    private static Request<HandleTx, Long> request(Function<HandleTx, Long> body) {
        return new Request<>(body, body);
    }
}
