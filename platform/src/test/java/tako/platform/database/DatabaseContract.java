package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class DatabaseContract {
    private Database database;

    abstract Database open();

    @BeforeEach
    void prepare() {
        database = open();
        database.change(tx -> {
            tx.update("create table note (id text primary key, text text not null)")
                    .execute();
            tx.update("create table amount (id text primary key, value integer not null)")
                    .execute();
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aChangeIsSeenByTheNextRead() {
        database.change(tx -> insert(tx, "a", "first"));

        assertThat(texts()).containsExactly("first");
    }

    @Test
    void anExceptionRollsItsChangeBackAndReachesTheCaller() {
        assertThatThrownBy(() -> database.change(tx -> {
                    insert(tx, "a", "first");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(texts()).isEmpty();
    }

    @Test
    void aBrokenRuleReachesOnlyItsOwnCallerWhileNeighboursCommit() throws Exception {
        database.change(tx -> insert(tx, "taken", "first"));

        List<Boolean> worked = together(20, number -> () -> {
            try {
                database.change(tx -> insert(tx, number % 2 == 0 ? "taken" : "n" + number, "x"));
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        });

        assertThat(worked.stream().filter(ok -> ok)).hasSize(10);
        assertThat(texts()).hasSize(11);
    }

    @Test
    void signalsRunAfterTheCommitInTheirOrderAndNotAfterARollback() {
        var signals = new ArrayList<String>();

        database.change(tx -> {
            insert(tx, "a", "first");
            tx.afterCommit(() -> signals.add("one sees " + texts()));
            tx.afterCommit(() -> signals.add("two"));
        });
        assertThatThrownBy(() -> database.change(tx -> {
                    tx.afterCommit(() -> signals.add("never"));
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(signals).containsExactly("one sees [first]", "two");
    }

    @Test
    void aCallInsideAnotherIsRefused() {
        assertThatThrownBy(() -> database.change(tx -> database.change(inner -> insert(inner, "a", "x"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pass the View or Tx");
        assertThatThrownBy(() -> database.read(view -> database.read(inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReadSeesOneSnapshotHoweverLongItTakes() {
        database.change(tx -> insert(tx, "a", "first"));
        var changed = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            awaitLatch(begun);
            database.change(tx -> insert(tx, "b", "second"));
            changed.countDown();
        });

        List<Integer> counts = database.read(view -> {
            int before = count(view);
            begun.countDown();
            awaitLatch(changed);
            return List.of(before, count(view));
        });

        assertThat(counts).containsExactly(1, 1);
    }

    @Test
    void concurrentChangesOfOneRowLoseNothing() throws Exception {
        database.change(tx ->
                tx.update("insert into amount (id, value) values ('n', 0)").execute());

        together(50, number -> () -> {
            database.change(tx -> {
                int value = tx.query("select value from amount where id = 'n'")
                        .mapTo(Integer.class)
                        .one();
                tx.update("update amount set value = :value where id = 'n'")
                        .bind("value", value + 1)
                        .execute();
            });
            return true;
        });

        assertThat(database.<Integer>read(view -> view.query("select value from amount")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(50);
    }

    @Test
    void twoChangesThatEachReadWhatTheOtherWritesDoNotBothWin() throws Exception {
        List<Boolean> worked = together(2, number -> () -> {
            try {
                database.change(tx -> {
                    if (count(tx) == 0) {
                        insert(tx, "n" + number, "only one");
                    }
                });
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        });

        assertThat(worked).contains(true);
        assertThat(texts()).hasSize(1);
    }

    @Test
    void aCounterNeverGivesANumberTwice() throws Exception {
        List<Long> numbers = together(40, number -> () -> database.<Long>write(tx -> tx.next("Things")));

        assertThat(new HashSet<>(numbers)).hasSize(40);
        assertThat(numbers).allMatch(number -> number >= 1);
        assertThat(database.<Long>write(tx -> tx.next("Others"))).isEqualTo(1);
    }

    @Test
    void aHintReachesItsListenersAfterTheCommit() throws Exception {
        var heard = new CountDownLatch(1);
        database.onHint("work", heard::countDown);

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            database.change(tx -> tx.hint("work"));
            return heard.getCount() == 0;
        });
    }

    private static void insert(Tx tx, String id, String text) {
        tx.update("insert into note (id, text) values (:id, :text)")
                .bind("id", id)
                .bind("text", text)
                .execute();
    }

    private static int count(View view) {
        return view.query("select count(*) from note").mapTo(Integer.class).one();
    }

    private List<String> texts() {
        return database.read(view -> view.query("select text from note order by id")
                .mapTo(String.class)
                .list());
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> together(int times, java.util.function.IntFunction<Callable<T>> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int number = 0; number < times; number++) {
                tasks.add(task.apply(number));
            }
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
