package tako.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tako.platform.database.Database;
import tako.platform.database.TestDatabases;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** Both forms of each invariant see the same broken rows. */
class TaskInvariantsTest {
    /** What breaks the rule of the same place, as a change of a task that waits in the queue. */
    private static final List<String> FAULTS = List.of(
            "update task set state = 'EXECUTING', epoch = 1, started_at = 1 where id = :id",
            "update task set state = 'CANCELLING', node = 'Node-1', epoch = 1, started_at = 1, cancel_requested_at = 1"
                    + " where id = :id",
            "update task set state = 'PARKED' where id = :id",
            "update task set wake_at = 1 where id = :id",
            "update task set state = 'SUCCESS' where id = :id",
            "update task set state = 'FAILED', ended_at = 1 where id = :id",
            "update task set state = 'FAILED', ended_at = 1 where id = :id",
            "update task set state = 'EXECUTING', node = 'Node-1', epoch = 1, started_at = 1 where id = :id",
            "update task set state = 'Nowhere' where id = :id");

    private Database database = MemoryStorage.create().database();

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite("db/migration/tasktest").database();
    }

    @AfterEach
    void close() {
        database.close();
    }

    static IntStream rules() {
        return IntStream.range(0, TaskInvariants.RULES.size());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void both_forms_of_a_rule_see_the_row_that_breaks_it(int rule) {
        TaskFixture tasks = new TaskFixture(SqlStorage.in(database));
        tasks.enqueue("Deploy", "tag");
        String broken = tasks.enqueue("Deploy");
        database.change(tx -> {
            prepare(tx, broken, rule);
            tx.update(FAULTS.get(rule)).bind("id", broken).execute();
        });

        List<String> asked = tasks.violations();
        List<String> judged = TaskInvariants.violationsOf(database.read(TaskInvariantsTest::facts));

        assertThat(asked)
                .isEqualTo(judged)
                .containsExactly(
                        "Task " + broken + " " + TaskInvariants.RULES.get(rule).sentence());
    }

    private static void prepare(Tx tx, String id, int rule) {
        if (rule == 5) {
            tx.update("insert into task_lock (name, task, item, epoch) values ('held', :id, '', 1)")
                    .bind("id", id)
                    .execute();
        }
        if (rule == 6 || rule == 7) {
            tx.update("insert into task_need (task, name) values (:id, 'needed')")
                    .bind("id", id)
                    .execute();
        }
    }

    @Test
    void a_queue_at_work_breaks_no_rule() {
        TaskFixture tasks = new TaskFixture(SqlStorage.in(database));
        tasks.enqueue("Deploy", "tag");
        TaskFixture.drain(tasks.node(TestHandler.of("Deploy", run -> {
            assertThat(tasks.violations()).isEmpty();
            return TaskFixture.SUCCEEDED;
        })));

        assertThat(tasks.violations()).isEmpty();
        assertThat(TaskInvariants.violationsOf(database.read(TaskInvariantsTest::facts)))
                .isEmpty();
    }

    private static List<TaskFacts> facts(View view) {
        return view.query("select * from task order by number")
                .map((row, context) -> new TaskFacts(
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("node"),
                        row.getLong("epoch"),
                        row.getObject("started_at") != null,
                        row.getObject("cancel_requested_at") != null,
                        row.getObject("cancel_deadline") != null,
                        row.getString("waiting_for"),
                        row.getObject("wake_at") != null,
                        row.getObject("ended_at") != null,
                        names(view, "task_lock", row.getString("id")),
                        names(view, "task_need", row.getString("id"))))
                .list();
    }

    private static Set<String> names(View view, String table, String task) {
        return new HashSet<>(view.query("select name from " + table + " where task = :task")
                .bind("task", task)
                .mapTo(String.class)
                .list());
    }
}
