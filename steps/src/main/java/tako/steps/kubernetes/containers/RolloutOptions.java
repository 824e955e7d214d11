package tako.steps.kubernetes.containers;

import java.time.Duration;
import java.util.Optional;
import tako.steps.kubernetes.containers.ContainersRendering.Strategy;
import tako.steps.kubernetes.rollout.ApplyOptions;
import tako.steps.kubernetes.rollout.StatusCheck;
import tools.jackson.databind.JsonNode;

/** How objects are applied and waited for, as the properties of a step say it. */
record RolloutOptions(Properties properties) {
    private static final Duration USUAL = Duration.ofMinutes(3);
    private static final int LONGEST_SECONDS = 60 * 60 * 24 * 365;

    ApplyOptions apply() {
        return new ApplyOptions(isOn(Property.SERVER_SIDE_APPLY), isOn(Property.FORCE_CONFLICTS));
    }

    /** What a step without a workload waits for. */
    StatusCheck check() {
        boolean isOn = properties.written(Property.STATUS_CHECK).isPresent()
                ? properties.field(Property.STATUS_CHECK).isTrue()
                : properties.written(Property.WAIT).isEmpty();
        return isOn
                ? new StatusCheck.Objects(
                        limit(Optional.of(USUAL)),
                        properties.field(Property.WAIT_FOR_JOBS).isTrue())
                : new StatusCheck.None();
    }

    /** What a step with a workload waits for: the old check, which blue/green needs always, goes before the newer one. */
    StatusCheck check(WorkloadKind kind, Strategy strategy) {
        boolean rollsOut = kind != WorkloadKind.JOB && strategy != Strategy.ON_DELETE;
        boolean asked = properties.choice(Property.WAIT).filter("Wait"::equals).isPresent();
        return rollsOut && (strategy == Strategy.BLUE_GREEN || asked)
                ? new StatusCheck.Rollout(limit(Optional.empty()))
                : check();
    }

    private Optional<Duration> limit(Optional<Duration> absent) {
        return properties.written(Property.TIMEOUT).isEmpty()
                ? absent
                : properties
                        .field(Property.TIMEOUT)
                        .whole(0, LONGEST_SECONDS)
                        .map(Text::of)
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.clear())))
                        .filter(limit -> !limit.isZero());
    }

    private boolean isOn(Property property) {
        return properties.field(property).truth().map(JsonNode::asBoolean).orElse(true);
    }
}
