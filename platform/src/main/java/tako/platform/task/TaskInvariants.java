package tako.platform.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tako.platform.database.View;

/** What must hold of the queue's rows at any time, whatever crashed: no task can be forgotten, no lock outlives its task. */
public final class TaskInvariants {
    private static final Map<String, String> RULES = Map.of(
            "runs without a node, an epoch or a start",
            "state in ('EXECUTING', 'CANCELLING') and (node = '' or epoch < 1 or started_at is null)",
            "is cancelled without a deadline",
            "state = 'CANCELLING' and (cancel_requested_at is null or cancel_deadline is null)",
            "is parked and waits for nothing",
            "state = 'PARKED' and waiting_for = '' and wake_at is null",
            "waits for something while it is not parked",
            "state <> 'PARKED' and (waiting_for <> '' or wake_at is not null)",
            "is in a state that has ended without an end, or the reverse",
            "(state in ('SUCCESS', 'FAILED', 'CANCELED', 'TIMED_OUT')) <> (ended_at is not null)",
            "has ended and holds a lock",
            "ended_at is not null and id in (select task from task_lock)",
            "has ended and still needs a lock",
            "ended_at is not null and id in (select task from task_need)",
            "runs without a lock that it needs",
            "state in ('EXECUTING', 'CANCELLING') and id in (select need.task from task_need need"
                    + " left join task_lock held on held.name = need.name and held.task = need.task"
                    + " where held.name is null)",
            "is in a state that nobody knows",
            "state not in ('QUEUED', 'EXECUTING', 'PARKED', 'CANCELLING', 'SUCCESS', 'FAILED', 'CANCELED', 'TIMED_OUT')");

    private TaskInvariants() {}

    /** Everything that breaks a rule, a sentence each; empty when all is well. */
    public static List<String> violations(View view) {
        List<String> violations = new ArrayList<>();
        RULES.forEach((rule, broken) -> view.query("select id from task where " + broken + " order by number")
                .mapTo(String.class)
                .forEach(id -> violations.add("Task " + id + " " + rule)));
        return violations;
    }
}
