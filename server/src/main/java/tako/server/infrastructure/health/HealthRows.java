package tako.server.infrastructure.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.resource.Dimensions;

/** The rows of which task checks which target, and of each target's last check. */
final class HealthRows {
    /** A task that has not ended will check the target: it is never asked twice at once. */
    private static final String PENDING = """
            select pending.machine from health_target pending join task on task.id = pending.task
            where pending.outcome = '' and task.ended_at is null""";

    private HealthRows() {}

    /** A target that a task is to check, by id and name. */
    record Named(String id, String name) {}

    /** The last check of a target. */
    record Last(String task, Instant at) {}

    /** The targets of a space that a request means and that no task is about to check, by name. */
    static List<Named> free(View view, String space, HealthRequest request) {
        String ids = request.machines().isEmpty() ? "" : " and id_key in (<ids>)";
        String environment = request.environment().isEmpty()
                ? ""
                : " and id_key in (select source from scope where dimension = :dimension and value = :environment)";
        var query = view.query("select id, name from machine where space_id = :space" + ids + environment
                        + " and id_key not in (" + PENDING + ") order by name_key, id_key")
                .bind("space", space);
        if (!request.machines().isEmpty()) {
            query.bindList(
                    "ids", request.machines().stream().map(HealthRows::key).toList());
        }
        request.environment()
                .ifPresent(id -> query.bind("dimension", Dimensions.ENVIRONMENT).bind("environment", key(id)));
        return query.map((row, context) -> new Named(row.getString("id"), row.getString("name")))
                .list();
    }

    /** A task that is about to check one of these targets. */
    static Optional<String> pendingTask(View view, List<String> machines) {
        return view.query("""
                        select task.id from health_target pending join task on task.id = pending.task
                        where pending.outcome = '' and task.ended_at is null and pending.machine in (<machines>)
                        order by task.number desc limit 1""")
                .bindList("machines", machines.stream().map(HealthRows::key).toList())
                .mapTo(String.class)
                .findOne();
    }

    /** Says which targets a task checks. */
    static void insert(Tx tx, String task, List<Named> targets) {
        if (targets.isEmpty()) {
            return;
        }
        var batch = tx.batch("insert into health_target (task, machine, outcome) values (:task, :machine, '')");
        targets.forEach(target ->
                batch.bind("task", task).bind("machine", key(target.id())).add());
        batch.execute();
    }

    /** The targets of a task with their outcomes, "" for those not yet checked. */
    static Map<String, String> outcomes(View view, String task) {
        return view
                .query("select machine, outcome from health_target where task = :task")
                .bind("task", task)
                .map((row, context) -> Map.entry(row.getString("machine"), row.getString("outcome")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Remembers what became of a target in a task. */
    static void outcome(Tx tx, String task, String machine, String outcome) {
        tx.update("update health_target set outcome = :outcome where task = :task and machine = :machine")
                .bind("outcome", outcome)
                .bind("task", task)
                .bind("machine", key(machine))
                .execute();
    }

    /** Remembers that a target was checked. */
    static void checked(Tx tx, String machine, String task, Instant at) {
        tx.update("""
                        insert into machine_check (machine, task, checked_at) values (:machine, :task, :at)
                        on conflict (machine) do update set task = :task, checked_at = :at""")
                .bind("machine", key(machine))
                .bind("task", task)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** The last check of a target. */
    static Optional<Last> last(View view, String machine) {
        return view.query("select task, checked_at from machine_check where machine = :machine")
                .bind("machine", key(machine))
                .map((row, context) -> new Last(row.getString("task"), Instant.ofEpochMilli(row.getLong("checked_at"))))
                .findOne();
    }

    /** Forgets a deleted target; what tasks found of it goes too. */
    static void forget(Tx tx, String machine) {
        tx.update("delete from machine_check where machine = :machine")
                .bind("machine", key(machine))
                .execute();
        tx.update("delete from health_target where machine = :machine")
                .bind("machine", key(machine))
                .execute();
    }

    /** The enabled targets of some styles, with when each was checked, or changed if it never was. */
    static List<DueChecks.Candidate> candidates(View view, List<String> styles) {
        return view.query("""
                        select machine.id, machine.space_id, policy.value as policy,
                            coalesce(machine_check.checked_at, machine.modified_at) as since
                        from machine
                            join scope policy on policy.source = machine.id_key and policy.dimension = :policy
                            join scope enabled on enabled.source = machine.id_key and enabled.dimension = :disabled
                                and enabled.value = 'false'
                            join scope style on style.source = machine.id_key and style.dimension = :style
                                and style.value in (<styles>)
                            left join machine_check on machine_check.machine = machine.id_key
                        where machine.id_key not in (""" + PENDING + ") order by machine.space_id, machine.number")
                .bind("policy", Dimensions.MACHINE_POLICY)
                .bind("disabled", Dimensions.IS_DISABLED)
                .bind("style", Dimensions.COMMUNICATION_STYLE)
                .bindList("styles", styles.stream().map(HealthRows::key).toList())
                .map((row, context) -> new DueChecks.Candidate(
                        row.getString("id"),
                        row.getString("space_id"),
                        row.getString("policy"),
                        Instant.ofEpochMilli(row.getLong("since"))))
                .list();
    }

    /** The JSON of every machine policy by its id in lower case. */
    static Map<String, String> policies(View view) {
        return view
                .query("select id_key, json from machine_policy")
                .map((row, context) -> Map.entry(row.getString("id_key"), row.getString("json")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
