package tako.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What both databases promise to many callers at once. */
abstract class ConcurrencyContract {
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
    void noIncrementOfARowIsLost() {
        Items.put(database, "apple", 0);

        Together.call(20, caller -> () -> {
            for (int i = 0; i < 5; i++) {
                database.change(tx -> Items.set(tx, "apple", Items.amount(tx, "apple") + 1));
            }
            return caller;
        });

        assertThat(Items.amount(database, "apple")).isEqualTo(100);
    }

    @Test
    void aBrokenRuleReachesOnlyItsCallerWhileNeighboursCommit() {
        Items.put(database, "taken", 1);

        List<Boolean> stored = Together.call(40, caller -> () -> {
            try {
                Items.put(database, caller % 2 == 0 ? "taken" : "item " + caller, caller);
                return true;
            } catch (UniqueViolation e) {
                return false;
            }
        });

        assertThat(stored)
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(caller -> caller % 2 != 0)
                        .toList());
        assertThat(Items.names(database)).hasSize(21);
    }

    @Test
    void numbersOfACounterAreUniqueAmongCallersAndAcrossARestart() {
        List<Long> numbers = new ArrayList<>(numbers(database));
        numbers.addAll(numbers(fresh.reopened()));

        assertThat(numbers).hasSize(100).doesNotHaveDuplicates().allMatch(number -> number >= 1);
    }

    private static List<Long> numbers(Database database) {
        return Together.call(50, caller -> () -> database.<Long>write(tx -> tx.next("Projects")));
    }

    @Test
    void everyCounterBeginsAtOneAndKnowsItsCase() {
        assertThat(database.<Long>write(tx -> tx.next("Projects"))).isEqualTo(1);
        assertThat(database.<Long>write(tx -> tx.next("projects"))).isEqualTo(1);
        assertThat(database.<Long>write(tx -> tx.next("secret-key_2"))).isEqualTo(1);
    }

    /** Write skew: each sees that the other is on call, and both leave. Serialisable means that one of them must notice. */
    @Test
    void twoChangesThatEachRelyOnWhatTheOtherChangesDoNotBothHappen() {
        for (int round = 0; round < 10; round++) {
            String first = "ada " + round;
            String second = "ben " + round;
            Items.put(database, first, 1);
            Items.put(database, second, 1);

            Together.call(2, caller -> () -> {
                database.change(tx -> {
                    if (Items.amount(tx, first) + Items.amount(tx, second) == 2) {
                        Items.set(tx, caller == 0 ? first : second, 0);
                    }
                });
                return caller;
            });

            assertThat(Items.amount(database, first) + Items.amount(database, second))
                    .isEqualTo(1);
        }
    }

    @Test
    void ofManyWhoAddTheFirstRowOnlyOneDoes() {
        Together.call(10, caller -> () -> {
            database.change(tx -> {
                if (Items.names(tx).isEmpty()) {
                    Items.insert(tx, "item " + caller, 1);
                }
            });
            return caller;
        });

        assertThat(Items.names(database)).hasSize(1);
    }

    @Test
    void aReadSeesOneSnapshotHoweverLongItTakes() throws Exception {
        Items.put(database, "apple", 1);
        CyclicBarrier turns = new CyclicBarrier(2);
        Thread writer = Thread.ofVirtual().start(() -> {
            pass(turns);
            Items.put(database, "pear", 1);
            pass(turns);
        });

        List<List<String>> seen = database.read(view -> {
            List<String> before = Items.names(view);
            pass(turns);
            pass(turns);
            return List.of(before, Items.names(view));
        });

        writer.join();
        assertThat(seen).containsExactly(List.of("apple"), List.of("apple"));
        assertThat(Items.names(database)).containsExactly("apple", "pear");
    }

    @Test
    void aHintReachesItsListenersAfterTheCommit() {
        CountDownLatch heard = new CountDownLatch(1);
        database.onHint("fruit", heard::countDown);

        Awaitility.await().until(() -> {
            database.change(tx -> tx.hint("fruit"));
            return heard.await(100, TimeUnit.MILLISECONDS);
        });
    }

    @Test
    void claimsTakeEachRowOnce() {
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            Items.put(database, "item " + i, 0);
            expected.add("item " + i);
        }

        List<List<String>> claimed = Together.call(10, caller -> () -> List.of(claim(caller + 1), claim(caller + 1)));

        assertThat(claimed.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private String claim(long owner) {
        return database.claim(tx -> {
            String lock = tx.dialect() == Dialect.POSTGRESQL ? " for update skip locked" : "";
            return tx.query("update item set amount = :owner where name ="
                            + " (select name from item where amount = 0 order by name limit 1" + lock
                            + ") returning name")
                    .bind("owner", owner)
                    .mapTo(String.class)
                    .one();
        });
    }

    private static void pass(CyclicBarrier turns) {
        try {
            turns.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
