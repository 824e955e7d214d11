package tako.server.delivery.eligibility;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.server.delivery.eligibility.DeploymentFacts.Schedule;
import tako.server.delivery.eligibility.DeploymentFacts.Switches;
import tako.server.delivery.eligibility.DeploymentFacts.Targets;
import tako.server.delivery.eligibility.Reason.Kind;

/** Whether a deployment may be made: every broken rule with the way out, none if it may. */
public final class Eligibility {
    /** How far ahead a deployment may be scheduled. */
    public static final Duration FARTHEST = Duration.ofDays(30);

    private Eligibility() {}

    /** Why it may not be made, in the order of {@link Kind}; empty when it may. */
    public static List<Reason> reasons(DeploymentFacts facts) {
        return Stream.of(
                        disabled(facts.switches()),
                        stopped(facts.switches()),
                        lifecycle(facts),
                        unanswered(facts.unanswered()),
                        strangers(facts),
                        skipped(facts.skipped()),
                        targetless(facts.targets()),
                        schedule(facts.schedule()).stream(),
                        targets(facts.targets()))
                .flatMap(reasons -> reasons)
                .toList();
    }

    /** Why a queued deployment may not start after all. */
    public static List<Reason> reasonsAtStart(DeploymentFacts facts) {
        return Stream.of(disabled(facts.switches()), stopped(facts.switches()), blocked(facts))
                .flatMap(reasons -> reasons)
                .filter(reason -> reason.kind().judgedAtStart())
                .toList();
    }

    private static Stream<Reason> disabled(Switches switches) {
        return when(
                switches.projectDisabled(),
                Kind.PROJECT_DISABLED,
                "The project '" + switches.project() + "' is disabled.",
                "Enable it in its settings.");
    }

    private static Stream<Reason> stopped(Switches switches) {
        return when(
                switches.taskQueueStopped(),
                Kind.TASK_QUEUE_STOPPED,
                "The task queue of this space is stopped.",
                "Start it in the space's settings.");
    }

    private static Stream<Reason> lifecycle(DeploymentFacts facts) {
        return facts.progression().obstacle(facts.environment()).map(Reason::of).stream();
    }

    /** A phase that was reached when the deployment was queued stays reached; a block counts whenever it came. */
    private static Stream<Reason> blocked(DeploymentFacts facts) {
        return when(
                facts.progression().isBlockedFrom(facts.environment()),
                Kind.BLOCKED,
                "The release was blocked after this deployment to "
                        + facts.environment().name() + " was queued.",
                "Resolve the defect that blocks the release, then deploy it again.");
    }

    private static Stream<Reason> unanswered(List<String> labels) {
        return labels.stream()
                .map(label -> new Reason(
                        Kind.PROMPT_UNANSWERED,
                        "The variable '" + label + "' needs a value for each deployment, and none was given.",
                        "Give it one."));
    }

    private static Stream<Reason> strangers(DeploymentFacts facts) {
        return facts.strangers().stream()
                .map(machine -> new Reason(
                        Kind.MACHINE_ELSEWHERE,
                        "The deployment target '" + machine + "' is not in the environment '"
                                + facts.environment().name() + "', or is disabled.",
                        "Choose targets of that environment."));
    }

    private static Stream<Reason> skipped(List<String> steps) {
        return steps.stream()
                .map(step -> new Reason(
                        Kind.REQUIRED_STEP_SKIPPED,
                        "The step '" + step + "' is required and cannot be skipped.",
                        "Leave it in, or make it optional in the process (without responsible teams, if it asks for their"
                                + " sign-off) and create a new release."));
    }

    /** Leaving out all its targets skips a step too; where none are needed yet, an earlier step may still make some. */
    private static Stream<Reason> targetless(Targets targets) {
        return targets.requiredWithout().stream()
                .filter(step -> !targets.noneAllowed())
                .map(step -> new Reason(
                        Kind.REQUIRED_STEP_SKIPPED,
                        "The step '" + step + "' is required and finds no deployment target: none that is enabled and"
                                + " chosen has one of its tags.",
                        "Choose, enable or add a target for it, or make it optional in the process and create a new"
                                + " release."));
    }

    /** What is wrong with the time of a deployment. */
    public static List<Reason> schedule(Schedule schedule) {
        Instant begin = schedule.begin().orElse(schedule.now());
        Optional<Instant> expiry = schedule.expiry();
        return Stream.concat(
                        when(
                                begin.isAfter(schedule.now().plus(FARTHEST)),
                                Kind.SCHEDULE,
                                "A deployment can be scheduled at most " + FARTHEST.toDays() + " days ahead.",
                                "Choose an earlier time."),
                        when(
                                expiry.filter(end -> !end.isAfter(begin)).isPresent()
                                        || expiry.filter(end -> !end.isAfter(schedule.now()))
                                                .isPresent(),
                                Kind.SCHEDULE,
                                "The deployment would expire before it may start.",
                                "Choose an expiry after its start, or none."))
                .toList();
    }

    private static Stream<Reason> targets(Targets targets) {
        return when(
                targets.needed() && !targets.found() && !targets.noneAllowed(),
                Kind.NO_TARGETS,
                "No step that needs deployment targets finds one: no enabled target here has one of the tags "
                        + String.join(", ", targets.roles()) + ".",
                "Add a target with such a tag to the environment, or allow deployments to no targets in the project's"
                        + " deployment settings.");
    }

    private static Stream<Reason> when(boolean broken, Kind kind, String rule, String wayOut) {
        return broken ? Stream.of(new Reason(kind, rule, wayOut)) : Stream.empty();
    }
}
