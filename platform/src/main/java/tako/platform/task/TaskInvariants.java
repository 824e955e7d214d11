package tako.platform.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tako.platform.database.View;

/** What must hold of the queue's rows at any time, whatever crashed: no task can be forgotten, no lock outlives its task. */
public final class TaskInvariants {
    /**
     * One rule, said twice: for a database, and for rows that are at hand.
     *
     * @param sentence what is wrong with a task that breaks it
     * @param sql the condition over {@code task} that holds of those that break it
     */
    record Rule(String sentence, String sql, Predicate<TaskFacts> broken) {}

    private static final String RUNS = "state in ('EXECUTING', 'CANCELLING')";
    private static final Set<String> STATES =
            Arrays.stream(TaskState.values()).map(Enum::name).collect(Collectors.toSet());

    static final List<Rule> RULES = List.of(
            new Rule(
                    "runs without a node, an epoch or a start",
                    RUNS + " and (node = '' or epoch < 1 or started_at is null)",
                    task -> task.runs() && (task.node().isEmpty() || task.epoch() < 1 || !task.started())),
            new Rule(
                    "is cancelled without a deadline",
                    "state = 'CANCELLING' and (cancel_requested_at is null or cancel_deadline is null)",
                    task -> task.is(TaskState.CANCELLING) && !(task.cancelRequested() && task.cancelDeadline())),
            new Rule(
                    "is parked and waits for nothing",
                    "state = 'PARKED' and waiting_for = '' and wake_at is null",
                    task -> task.is(TaskState.PARKED) && !task.waits()),
            new Rule(
                    "waits for something while it is not parked",
                    "state <> 'PARKED' and (waiting_for <> '' or wake_at is not null)",
                    task -> !task.is(TaskState.PARKED) && task.waits()),
            new Rule(
                    "is in a state that has ended without an end, or the reverse",
                    "(state in ('SUCCESS', 'FAILED', 'CANCELED', 'TIMED_OUT')) <> (ended_at is not null)",
                    task -> task.inEndState() != task.ended()),
            new Rule(
                    "has ended and holds a lock",
                    "ended_at is not null and id in (select task from task_lock)",
                    task -> task.ended() && !task.holds().isEmpty()),
            new Rule(
                    "has ended and still needs a lock",
                    "ended_at is not null and id in (select task from task_need)",
                    task -> task.ended() && !task.needs().isEmpty()),
            new Rule(
                    "runs without a lock that it needs",
                    RUNS + " and id in (select need.task from task_need need"
                            + " left join task_lock held on held.name = need.name and held.task = need.task"
                            + " where held.name is null)",
                    task -> task.runs() && !new HashSet<>(task.holds()).containsAll(task.needs())),
            new Rule(
                    "is in a state that nobody knows",
                    STATES.stream().sorted().collect(Collectors.joining("', '", "state not in ('", "')")),
                    task -> !STATES.contains(task.state())));

    private static final String QUESTION = IntStream.range(0, RULES.size())
            .mapToObj(i -> "select " + i + " as rule, id, number from task where "
                    + RULES.get(i).sql())
            .collect(Collectors.joining(" union all ", "", " order by rule, number"));

    private TaskInvariants() {}

    /** Everything that breaks a rule, a sentence each; empty when all is well. One statement. */
    public static List<String> violations(View view) {
        return view.query(QUESTION)
                .map((row, context) -> violation(row.getString("id"), RULES.get(row.getInt("rule"))))
                .list();
    }

    /** The same of rows that are at hand. */
    static List<String> violationsOf(Collection<TaskFacts> tasks) {
        List<String> violations = new ArrayList<>();
        for (Rule rule : RULES) {
            for (TaskFacts task : tasks) {
                if (rule.broken().test(task)) {
                    violations.add(violation(task.id(), rule));
                }
            }
        }
        return violations;
    }

    private static String violation(String id, Rule rule) {
        return "Task " + id + " " + rule.sentence();
    }
}
