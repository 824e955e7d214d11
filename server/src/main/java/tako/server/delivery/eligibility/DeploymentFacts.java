package tako.server.delivery.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.library.lifecycle.Progression;

/**
 * What is to be known of a deployment to judge it.
 *
 * @param environment where it goes
 * @param progression where the release stands in its lifecycle
 * @param unanswered labels of required questions without an answer
 * @param strangers targets that were chosen or excluded and are not in the environment, as they were named
 * @param skipped names of required steps that were to be skipped
 */
public record DeploymentFacts(
        Switches switches,
        PhaseEnvironment environment,
        Progression progression,
        List<String> unanswered,
        List<String> strangers,
        List<String> skipped,
        Schedule schedule,
        Targets targets) {

    /**
     * What is switched off as a whole.
     *
     * @param project the project's name
     */
    public record Switches(String project, boolean projectDisabled, boolean taskQueueStopped) {}

    /**
     * When.
     *
     * @param begin not before; empty for now
     * @param expiry cancelled if not started by then; empty for never
     */
    public record Schedule(Instant now, Optional<Instant> begin, Optional<Instant> expiry) {}

    /**
     * Where steps would run.
     *
     * @param needed whether a step needs targets
     * @param found whether one of those finds a target
     * @param noneAllowed whether the project allows deployments to no targets
     * @param roles the tags that are looked for
     * @param requiredWithout names of required steps that would run on targets and find none of the chosen ones
     */
    public record Targets(
            boolean needed, boolean found, boolean noneAllowed, List<String> roles, List<String> requiredWithout) {}
}
