package tako.server.delivery.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.platform.http.Call;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.task.TaskState;

/** The filters of a list of tasks as clients write them. */
final class TaskQueries {
    static final String[] FILTERS = {
        "ids",
        "states",
        "name",
        "active",
        "running",
        "project",
        "environment",
        "tenant",
        "runbook",
        "node",
        "partialName",
        "description",
        "hasPendingInterruptions",
        "hasWarningsOrErrors",
        "fromQueueDate",
        "toQueueDate",
        "fromStartDate",
        "toStartDate",
        "fromCompletedDate",
        "toCompletedDate",
        "skip",
        "take"
    };
    private static final Map<String, String> DATES =
            Map.of("QueueDate", "queued_at", "StartDate", "started_at", "CompletedDate", "ended_at");
    private static final Set<TaskState> ACTIVE =
            EnumSet.of(TaskState.QUEUED, TaskState.EXECUTING, TaskState.PARKED, TaskState.CANCELLING);
    private static final Set<TaskState> RUNNING =
            EnumSet.of(TaskState.EXECUTING, TaskState.PARKED, TaskState.CANCELLING);

    private TaskQueries() {}

    /** What a request asks for; empty when its filters exclude each other, so that no task fits. */
    static Optional<TaskQuery> of(Call<?> call, Paging paging) {
        Set<TaskState> states = states(call);
        boolean interrupted = interrupted(call);
        if (states.isEmpty() && !interrupted) {
            return Optional.empty();
        }
        return Optional.of(new TaskQuery(
                call.queryList("ids").stream().map(TaskIds::canonical).toList(),
                states.size() == TaskState.values().length ? Set.of() : states,
                call.queryList("name"),
                subject(call),
                Optional.empty(),
                call.query("partialName").or(() -> call.query("description")),
                call.query("node"),
                new TaskQuery.Flags(
                        flag(call, "hasPendingInterruptions"), flag(call, "hasWarningsOrErrors"), interrupted),
                times(call),
                paging.skip(),
                paging.take()));
    }

    private static Set<TaskState> states(Call<?> call) {
        Set<TaskState> states = EnumSet.allOf(TaskState.class);
        List<String> named = call.queryList("states");
        if (!named.isEmpty()) {
            Set<TaskState> wanted = EnumSet.noneOf(TaskState.class);
            named.forEach(name -> wanted.addAll(TaskIds.states(name)));
            states.retainAll(wanted);
        }
        flag(call, "active").ifPresent(wanted -> keep(states, ACTIVE, wanted));
        flag(call, "running").filter(wanted -> wanted).ifPresent(wanted -> keep(states, RUNNING, true));
        return states;
    }

    /** A task that waits for a person is active and runs, whatever its state. */
    private static boolean interrupted(Call<?> call) {
        return call.queryList("states").stream().anyMatch(name -> name.strip().equalsIgnoreCase("Interrupted"))
                && flag(call, "active").orElse(true)
                && flag(call, "running").orElse(true);
    }

    private static void keep(Set<TaskState> states, Set<TaskState> some, boolean wanted) {
        states.removeIf(state -> some.contains(state) != wanted);
    }

    private static Map<String, String> subject(Call<?> call) {
        Map<String, String> subject = new HashMap<>();
        for (String column : List.of("project", "environment", "tenant", "runbook")) {
            call.query(column).ifPresent(value -> subject.put(column, value));
        }
        return subject;
    }

    private static Optional<Boolean> flag(Call<?> call, String name) {
        return call.query(name).map(Boolean::parseBoolean);
    }

    private static TaskQuery.Times times(Call<?> call) {
        return new TaskQuery.Times(times(call, "from"), times(call, "to"));
    }

    private static Map<String, Instant> times(Call<?> call, String bound) {
        Map<String, Instant> times = new HashMap<>();
        DATES.forEach((date, column) ->
                call.query(bound + date).ifPresent(text -> times.put(column, instant(bound + date, text))));
        return times;
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name + ": '" + text + "' is not a time. Write one like 2026-01-31T12:00:00Z.");
        }
    }
}
