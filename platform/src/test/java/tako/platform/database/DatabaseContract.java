package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What both databases promise to one caller. */
abstract class DatabaseContract {
    @RegisterExtension
    final FreshDatabase fresh = fresh();

    private Database database;

    abstract FreshDatabase fresh();

    @BeforeEach
    void createTable() {
        database = fresh.database();
        Items.createTable(database);
    }

    @Test
    void aChangeIsSeenByTheNextRead() {
        Items.put(database, "apple", 3);

        assertThat(Items.names(database)).containsExactly("apple");
    }

    @Test
    void aChangeIsThereAfterARestart() {
        Items.put(database, "apple", 3);

        assertThat(Items.amount(fresh.reopened(), "apple")).isEqualTo(3);
    }

    @Test
    void anExceptionRollsItsChangeBackAndReachesTheCaller() {
        assertThatThrownBy(() -> database.change(tx -> {
                    Items.insert(tx, "apple", 1);
                    throw new IllegalArgumentException("no apples today");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no apples today");

        assertThat(Items.names(database)).isEmpty();
    }

    @Test
    void anErrorRollsItsChangeBackAndReachesTheCaller() {
        assertThatThrownBy(() -> database.change(tx -> {
                    Items.insert(tx, "apple", 1);
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        Items.put(database, "pear", 1);
        assertThat(Items.names(database)).containsExactly("pear");
    }

    @Test
    void aSecondRowUnderAUniqueKeyIsAUniqueViolation() {
        Items.put(database, "apple", 1);

        assertThatThrownBy(() -> Items.put(database, "apple", 2)).isInstanceOf(UniqueViolation.class);

        assertThat(Items.amount(database, "apple")).isEqualTo(1);
    }

    @Test
    void afterAFailedStatementNothingOfItsTransactionCommitsEvenIfTheBodyCatchesIt() {
        Items.put(database, "apple", 1);

        assertThatThrownBy(() -> database.change(tx -> {
                    Items.insert(tx, "pear", 1);
                    assertThatThrownBy(() -> Items.insert(tx, "apple", 2)).isNotNull();
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("A statement failed");

        assertThat(Items.names(database)).containsExactly("apple");
    }

    @Test
    void aWrongStatementReachesItsCallerAsItIs() {
        assertThatThrownBy(() -> database.change(
                        tx -> tx.update("insert into nowhere values (1)").execute()))
                .hasMessageContaining("nowhere")
                .isNotInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void aFailureShowsNoParameters() {
        assertThatThrownBy(() -> database.change(tx -> tx.update("insert into nowhere values (:password)")
                        .bind("password", "hunter2")
                        .execute()))
                .satisfies(
                        failure -> assertThat(Throwables.getStackTrace(failure)).doesNotContain("hunter2"));
    }

    @Test
    void signalsRunAfterTheCommitInOrder() {
        List<String> heard = new ArrayList<>();

        database.change(tx -> {
            Items.insert(tx, "apple", 1);
            tx.afterCommit(() -> heard.add("first sees " + Items.names(database)));
            tx.afterCommit(() -> heard.add("second"));
        });

        assertThat(heard).containsExactly("first sees [apple]", "second");
    }

    @Test
    void signalsRunOnTheCallersThread() {
        AtomicReference<Thread> ran = new AtomicReference<>();

        database.change(tx -> tx.afterCommit(() -> ran.set(Thread.currentThread())));

        assertThat(ran).hasValue(Thread.currentThread());
    }

    @Test
    void signalsAreDroppedWithARollback() {
        List<String> heard = new ArrayList<>();

        assertThatThrownBy(() -> database.change(tx -> {
                    tx.afterCommit(() -> heard.add("never"));
                    throw new IllegalArgumentException();
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(heard).isEmpty();
    }

    @Test
    void aFailingSignalHidesNeitherTheResultNorTheNextSignal() {
        List<String> heard = new ArrayList<>();

        String result = database.write(tx -> {
            tx.afterCommit(() -> {
                throw new IllegalArgumentException();
            });
            tx.afterCommit(() -> heard.add("next"));
            return "stored";
        });

        assertThat(result).isEqualTo("stored");
        assertThat(heard).containsExactly("next");
    }

    @Test
    void aCallInsideAnotherIsRefused() {
        assertThatThrownBy(() -> database.change(tx -> database.change(inner -> Items.insert(inner, "apple", 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Pass its View or Tx down");
        assertThatThrownBy(() -> database.read(view -> Items.names(database)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.change(tx -> Items.names(database)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> database.change(tx -> database.close())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTransactionIsOfNoUseAfterItsCall() {
        AtomicReference<Tx> kept = new AtomicReference<>();
        database.change(kept::set);

        assertThatThrownBy(() -> Items.insert(kept.get(), "apple", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("had ended");
    }

    @Test
    void aReadCannotChangeAnything() {
        assertThatThrownBy(() -> database.read(view -> view.query("insert into item values ('apple', 1) returning name")
                        .mapTo(String.class)
                        .list()))
                .isNotNull();

        assertThat(Items.names(database)).isEmpty();
    }

    @Test
    void aClosedDatabaseIsUnavailable() {
        database.close();

        assertThatThrownBy(() -> Items.put(database, "apple", 1)).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> Items.names(database)).isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void anInterruptedCallerLearnsTheOutcomeAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        Items.put(database, "apple", 3);
        long amount = Items.amount(database, "apple");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(amount).isEqualTo(3);
    }

    /** How values travel. */
    record Sample(String id, Instant occurredAt, Optional<Instant> endedAt, boolean done) {}

    @Test
    void recordsAreMappedByTheirComponents() {
        Instant noon = Instant.parse("2026-01-01T12:00:00.123Z");
        database.change(tx -> {
            tx.update("create table sample (id text, occurred_at bigint, ended_at bigint, done boolean)")
                    .execute();
            tx.update("insert into sample values (:id, :occurredAt, :endedAt, :done)")
                    .bind("id", "a")
                    .bind("occurredAt", noon)
                    .bind("endedAt", Optional.<Instant>empty())
                    .bind("done", true)
                    .execute();
        });

        Sample sample = database.read(
                view -> view.query("select * from sample").mapTo(Sample.class).one());

        assertThat(sample).isEqualTo(new Sample("a", noon, Optional.empty(), true));
    }
}
