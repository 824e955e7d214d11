package tako.server.delivery.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tako.platform.task.TaskRow;
import tako.platform.task.TaskState;
import tako.server.delivery.release.Delivery;
import tako.server.delivery.release.DeliveryTask;

/**
 * A deployment as dashboards show it. Exactly these members: some clients refuse others.
 *
 * @param isCurrent whether it is the newest of its place
 * @param isPrevious whether it is shown beside a newer one, because it succeeded and that one has not
 */
public record DashboardItem(
        String id,
        String projectId,
        String environmentId,
        @Nullable String tenantId,
        String channelId,
        String releaseId,
        String releaseVersion,
        String deploymentId,
        String taskId,
        String state,
        Instant created,
        Instant queueTime,
        @Nullable Instant startTime,
        @Nullable Instant completedTime,
        String duration,
        @Nullable String errorMessage,
        boolean isCompleted,
        boolean isCurrent,
        boolean isPrevious,
        boolean hasPendingInterruptions,
        boolean hasPendingPreconditions,
        boolean hasWarningsOrErrors,
        List<String> pendingInterruptionTypes,
        List<String> pendingPreconditionTypes,
        Map<String, String> links) {

    /** A deployment as it is now. */
    static DashboardItem of(DeliveryTask one, boolean isPrevious, Instant now) {
        Delivery delivery = one.delivery();
        TaskRow task = one.task();
        return new DashboardItem(
                delivery.deployment(),
                delivery.project(),
                delivery.environment(),
                delivery.tenant().isEmpty() ? null : delivery.tenant(),
                delivery.channel(),
                delivery.release(),
                one.releaseVersion(),
                delivery.deployment(),
                task.id(),
                task.state().wireName(),
                delivery.createdAt(),
                task.runAfter(),
                task.startedAt().orElse(null),
                task.endedAt().orElse(null),
                duration(task, now),
                task.state() == TaskState.FAILED ? task.reason() : null,
                task.state().ended(),
                !isPrevious,
                isPrevious,
                task.state() == TaskState.PARKED,
                false,
                task.state() == TaskState.FAILED || task.state() == TaskState.TIMED_OUT || one.warned(),
                List.of(),
                List.of(),
                links(delivery));
    }

    private static Map<String, String> links(Delivery delivery) {
        String base = "/api/" + delivery.space();
        var links = new LinkedHashMap<String, String>();
        links.put("Self", base + "/deployments/" + delivery.deployment());
        links.put("Release", base + "/releases/" + delivery.release());
        links.put("Task", "/api/tasks/" + delivery.task());
        return links;
    }

    private static String duration(TaskRow task, Instant now) {
        Optional<Duration> ran = task.startedAt()
                .map(start -> Duration.between(start, task.endedAt().orElse(now)));
        return ran.map(DashboardItem::inWords).orElse("");
    }

    private static String inWords(Duration duration) {
        if (duration.toDays() > 0) {
            return counted(duration.toDays(), "day");
        }
        if (duration.toHours() > 0) {
            return counted(duration.toHours(), "hour");
        }
        return duration.toMinutes() > 0
                ? counted(duration.toMinutes(), "minute")
                : counted(Math.max(1, duration.toSeconds()), "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
