package tako.server.library.lifecycle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a release stands in its lifecycle, for one tenant or none. A phase is reached when every earlier phase that is not
 * optional is satisfied. A blocked release may go again where it has been, and into the first phase, but no further.
 */
public final class Progression {
    private final String lifecycleName;
    private final List<ResolvedPhase> phases;
    private final Map<String, EnvironmentOutcome> outcomes;
    private final boolean blocked;
    private final List<PhaseProgress> progress;

    private Progression(
            String lifecycleName,
            List<ResolvedPhase> phases,
            Map<String, EnvironmentOutcome> outcomes,
            boolean blocked) {
        this.lifecycleName = lifecycleName;
        this.phases = phases;
        this.outcomes = outcomes;
        this.blocked = blocked;
        this.progress = progress();
    }

    /**
     * The progression of a release.
     *
     * @param outcomes by environment id; absent for where it never was
     * @param blocked whether a defect of the release is unresolved
     */
    public static Progression of(
            String lifecycleName,
            List<ResolvedPhase> phases,
            Map<String, EnvironmentOutcome> outcomes,
            boolean blocked) {
        return new Progression(lifecycleName, List.copyOf(phases), Map.copyOf(outcomes), blocked);
    }

    /** Each phase with how far the release is in it, in order. */
    public List<PhaseProgress> phases() {
        return progress;
    }

    /** The environments that may be deployed to now, again or for the first time, in the order of the phases. */
    public List<PhaseEnvironment> deployable() {
        return reached()
                .flatMap(phase -> phase.environments().stream())
                .distinct()
                .toList();
    }

    /** Those of them that do not count as succeeded yet: where the release goes next. */
    public List<PhaseEnvironment> nextDeployments() {
        return reached()
                .flatMap(phase -> phase.environments().stream().filter(one -> !counts(phase, one)))
                .distinct()
                .toList();
    }

    /** How many more environments must succeed before the next phase is reached; 0 when none holds it up. */
    public int nextDeploymentsMinimumRequired() {
        return reached()
                .filter(phase -> !phase.rules().optional() && !isSatisfied(phase))
                .findFirst()
                .map(phase -> phase.required() - succeeded(phase))
                .orElse(0);
    }

    /** The environments that are to be deployed to by the server itself now: reached, automatic, never deployed to. */
    public List<PhaseEnvironment> due() {
        return reached()
                .filter(phase -> !phase.rules().optional())
                .flatMap(phase -> phase.automatic().stream())
                .filter(one -> !outcome(one).deployed())
                .distinct()
                .toList();
    }

    /** Why an environment may not be deployed to now; empty when it may. */
    public Optional<Obstacle> obstacle(PhaseEnvironment environment) {
        List<PhaseProgress> holding = holding(environment);
        if (holding.isEmpty()) {
            return Optional.of(notInLifecycle(environment));
        }
        if (holding.stream().anyMatch(PhaseProgress::deployable)) {
            return Optional.empty();
        }
        ResolvedPhase phase = holding.getFirst().phase();
        return Optional.of(unsatisfiedBefore(progress.indexOf(holding.getFirst()))
                .map(earlier -> notReached(environment, phase, earlier))
                .orElseGet(() -> blockedFrom(environment, phase)));
    }

    /**
     * Whether a defect keeps the release from an environment: it may go again where it has been, and into the first phase. Where the
     * environment has left the lifecycle, only having been there counts.
     */
    public boolean isBlockedFrom(PhaseEnvironment environment) {
        return blocked
                && !outcome(environment).everSucceeded()
                && holding(environment).stream().allMatch(PhaseProgress::blocked);
    }

    private List<PhaseProgress> holding(PhaseEnvironment environment) {
        return progress.stream()
                .filter(one -> one.phase().environments().stream().anyMatch(in -> isSame(in, environment)))
                .toList();
    }

    private List<PhaseProgress> progress() {
        List<PhaseProgress> all = new ArrayList<>();
        boolean reached = true;
        for (ResolvedPhase phase : phases) {
            boolean blockedHere = blocked && !all.isEmpty() && !hasBeenIn(phase);
            boolean deployable = reached && !blockedHere;
            all.add(new PhaseProgress(phase, progress(phase, deployable), deployable, blockedHere));
            reached = reached && (phase.rules().optional() || isSatisfied(phase));
        }
        return List.copyOf(all);
    }

    private PhaseProgress.Progress progress(ResolvedPhase phase, boolean deployable) {
        if (isSatisfied(phase)) {
            return PhaseProgress.Progress.COMPLETE;
        }
        return deployable ? PhaseProgress.Progress.CURRENT : PhaseProgress.Progress.PENDING;
    }

    private Stream<ResolvedPhase> reached() {
        return progress.stream().filter(PhaseProgress::deployable).map(PhaseProgress::phase);
    }

    private boolean isSatisfied(ResolvedPhase phase) {
        return succeeded(phase) >= phase.required();
    }

    private int succeeded(ResolvedPhase phase) {
        return (int)
                phase.environments().stream().filter(one -> counts(phase, one)).count();
    }

    private boolean counts(ResolvedPhase phase, PhaseEnvironment environment) {
        EnvironmentOutcome outcome = outcome(environment);
        return outcome.latestSucceeded() || (phase.rules().countsEarlierSuccess() && outcome.everSucceeded());
    }

    private boolean hasBeenIn(ResolvedPhase phase) {
        return phase.environments().stream().anyMatch(one -> outcome(one).everSucceeded());
    }

    private EnvironmentOutcome outcome(PhaseEnvironment environment) {
        return outcomes.getOrDefault(environment.id(), EnvironmentOutcome.NEVER);
    }

    private Optional<ResolvedPhase> unsatisfiedBefore(int position) {
        return phases.stream()
                .limit(position)
                .filter(earlier -> !earlier.rules().optional() && !isSatisfied(earlier))
                .findFirst();
    }

    private Obstacle notInLifecycle(PhaseEnvironment environment) {
        String known = names(phases.stream()
                .flatMap(phase -> phase.environments().stream())
                .distinct()
                .toList());
        return new Obstacle(
                Obstacle.Kind.NOT_IN_LIFECYCLE,
                "The lifecycle '" + lifecycleName + "' has no phase with the environment '" + environment.name() + "'.",
                known.isEmpty()
                        ? "Add the environment to one of its phases."
                        : "Deploy to one it has (" + known + "), or add the environment to one of its phases.");
    }

    private Obstacle notReached(PhaseEnvironment environment, ResolvedPhase phase, ResolvedPhase earlier) {
        List<PhaseEnvironment> open = earlier.environments().stream()
                .filter(one -> !counts(earlier, one))
                .toList();
        int missing = earlier.required() - succeeded(earlier);
        String rule = "The environment '" + environment.name() + "' is in the phase '" + phase.name()
                + "', which is reached when the phase '" + earlier.name() + "' is satisfied; that needs "
                + (missing == 1 ? "one more environment" : missing + " more environments")
                + " whose latest deployment of this release succeeded.";
        String again =
                names(open.stream().filter(one -> outcome(one).everSucceeded()).toList());
        return new Obstacle(
                Obstacle.Kind.PHASE_NOT_REACHED,
                rule,
                "Deploy this release to " + names(open) + " first."
                        + (again.isEmpty() ? "" : " It succeeded before in " + again + ", but not the last time."));
    }

    private static Obstacle blockedFrom(PhaseEnvironment environment, ResolvedPhase phase) {
        return new Obstacle(
                Obstacle.Kind.BLOCKED,
                "The release is blocked, and has not been in the phase '" + phase.name() + "' with the environment '"
                        + environment.name() + "' yet.",
                "Resolve the defect that blocks the release, or deploy another release.");
    }

    private static String names(Collection<PhaseEnvironment> environments) {
        return environments.stream().map(PhaseEnvironment::name).collect(Collectors.joining(", "));
    }

    private static boolean isSame(PhaseEnvironment left, PhaseEnvironment right) {
        return left.id().equalsIgnoreCase(right.id());
    }
}
