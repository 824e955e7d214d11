package tako.server.delivery.task;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;

/** A task as clients read it, in the wire's names. */
record TaskResource(
        String id,
        Optional<String> spaceId,
        String name,
        String description,
        Map<String, String> arguments,
        String state,
        String completed,
        Instant queueTime,
        Optional<Instant> queueTimeExpiry,
        Optional<Instant> startTime,
        Instant lastUpdatedTime,
        Optional<Instant> completedTime,
        Optional<String> serverNode,
        String duration,
        String errorMessage,
        boolean hasBeenPickedUpByProcessor,
        boolean isCompleted,
        boolean finishedSuccessfully,
        boolean hasPendingInterruptions,
        List<String> pendingInterruptionTypes,
        boolean hasPendingPreconditions,
        List<String> pendingPreconditionTypes,
        boolean canRerun,
        boolean hasWarningsOrErrors,
        Optional<String> unmetPreconditions,
        int estimatedRemainingQueueDurationSeconds,
        Optional<String> projectId,
        Map<String, String> links) {

    static TaskResource of(ListedTask listed, Instant now, boolean canRerun) {
        TaskRow task = listed.task();
        TaskState state = task.state();
        return new TaskResource(
                task.id(),
                present(task.space()),
                task.kind(),
                listed.subject().description(),
                listed.subject().arguments(),
                state.wireName(),
                completed(task),
                task.runAfter().isAfter(task.queuedAt()) ? task.runAfter() : task.queuedAt(),
                task.expiresAt(),
                task.startedAt(),
                task.endedAt().or(task::startedAt).orElse(task.queuedAt()),
                task.endedAt(),
                present(task.node()),
                duration(task, now),
                message(listed),
                !task.node().isEmpty(),
                state.ended(),
                state == TaskState.SUCCESS,
                listed.asks(),
                listed.asks()
                        ? listed.pending().stream()
                                .map(PendingQuestion::type)
                                .distinct()
                                .toList()
                        : List.of(),
                false,
                List.of(),
                canRerun,
                state == TaskState.FAILED || state == TaskState.TIMED_OUT || listed.warned(),
                Optional.empty(),
                0,
                present(listed.subject().about().project()),
                links(task));
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static String message(ListedTask listed) {
        String by = listed.canceledBy();
        return switch (listed.task().state()) {
            case FAILED, TIMED_OUT -> listed.task().reason();
            case CANCELED -> by.isEmpty() ? listed.task().reason() : "Cancelled by " + by + ".";
            case QUEUED, EXECUTING, PARKED, CANCELLING, SUCCESS -> "";
        };
    }

    private static String completed(TaskRow task) {
        return switch (task.state()) {
            case QUEUED -> "Queued...";
            case EXECUTING, PARKED -> "Executing...";
            case CANCELLING -> "Cancelling...";
            case TIMED_OUT -> "Timed out";
            case SUCCESS, FAILED, CANCELED -> task.endedAt().map(HumanTime::of).orElse("");
        };
    }

    private static String duration(TaskRow task, Instant now) {
        return task.startedAt()
                .map(from -> HumanTime.of(Duration.between(from, task.endedAt().orElse(now))))
                .orElse("");
    }

    static Map<String, String> links(TaskRow task) {
        String self = "/api/tasks/" + task.id();
        String space = task.space().isEmpty() ? "/api" : "/api/" + task.space();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("Self", self);
        links.put("Web", "/app#" + (task.space().isEmpty() ? "" : "/" + task.space()) + "/tasks/" + task.id());
        links.put("Raw", self + "/raw");
        links.put("Rerun", "/api/tasks/rerun/" + task.id());
        links.put("Cancel", self + "/cancel");
        links.put("State", self + "/state");
        links.put("BlockedBy", self + "/blockedby");
        links.put("QueuedBehind", self + "/queued-behind{?skip,take}");
        links.put("Details", self + "/details{?verbose,tail,ranges}");
        links.put("StatusMessages", self + "/status/messages");
        links.put("Prioritize", self + "/prioritize");
        links.put("Artifacts", space + "/artifacts?regarding=" + task.id());
        links.put("Interruptions", space + "/interruptions?regarding=" + task.id());
        return links;
    }
}
