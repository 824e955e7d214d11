package tako.server.library.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.library.lifecycle.EnvironmentOutcome.NEVER;
import static tako.server.library.lifecycle.EnvironmentOutcome.NOT_YET;
import static tako.server.library.lifecycle.EnvironmentOutcome.NO_LONGER;
import static tako.server.library.lifecycle.EnvironmentOutcome.SUCCEEDED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.library.lifecycle.PhaseProgress.Progress;
import tako.server.library.lifecycle.ResolvedPhase.Options;

class ProgressionTest {
    private static final PhaseEnvironment DEV = env("Dev");
    private static final PhaseEnvironment TEST = env("Test");
    private static final PhaseEnvironment UAT = env("UAT");
    private static final PhaseEnvironment PROD = env("Prod");
    private static final List<ResolvedPhase> TUTORIAL =
            List.of(phase(Options.NONE, 0, DEV), phase(Options.NONE, 0, TEST), phase(Options.NONE, 0, PROD));

    @Test
    @Tag("rule:progression.first-phase-open")
    void aNewReleaseGoesToTheFirstPhaseOnly() {
        Progression progression = progression(TUTORIAL, Map.of());
        assertThat(progression.deployable()).containsExactly(DEV);
        assertThat(progression.nextDeployments()).containsExactly(DEV);
        assertThat(progression.nextDeploymentsMinimumRequired()).isEqualTo(1);
        assertThat(progression.phases())
                .extracting(PhaseProgress::progress)
                .containsExactly(Progress.CURRENT, Progress.PENDING, Progress.PENDING);
    }

    @Test
    @Tag("rule:progression.all-environments")
    void successLeadsToTheNextPhaseAndEarlierOnesStayOpen() {
        Progression progression = progression(TUTORIAL, Map.of("Dev", SUCCEEDED));
        assertThat(progression.deployable()).containsExactly(DEV, TEST);
        assertThat(progression.nextDeployments()).containsExactly(TEST);
        assertThat(progression.phases())
                .extracting(PhaseProgress::progress)
                .containsExactly(Progress.COMPLETE, Progress.CURRENT, Progress.PENDING);
    }

    @Test
    @Tag("rule:progression.latest-success-satisfies")
    void aLaterFailureHoldsUpAgainUnlessThePhaseCountsEarlierSuccess() {
        Map<String, EnvironmentOutcome> outcomes = Map.of("Dev", NO_LONGER);
        assertThat(progression(TUTORIAL, outcomes).deployable()).containsExactly(DEV);
        assertThat(progression(TUTORIAL, outcomes).nextDeployments()).containsExactly(DEV);
        List<ResolvedPhase> lenient = List.of(phase(new Options(false, false, true), 0, DEV), TUTORIAL.get(1));
        assertThat(progression(lenient, outcomes).nextDeployments()).containsExactly(TEST);
    }

    @Test
    @Tag("rule:progression.optional-phase")
    void anOptionalPhaseHoldsNothingUp() {
        List<ResolvedPhase> phases = List.of(
                phase(new Options(true, false, false), 0, DEV),
                phase(Options.NONE, 0, TEST),
                phase(Options.NONE, 0, PROD));
        Progression progression = progression(phases, Map.of());
        assertThat(progression.deployable()).containsExactly(DEV, TEST);
        assertThat(progression.nextDeploymentsMinimumRequired()).isEqualTo(1);
    }

    @Test
    @Tag("rule:progression.minimum")
    void aMinimumLetsThePhaseBeLeftEarly() {
        List<ResolvedPhase> phases = List.of(phase(Options.NONE, 1, DEV, TEST), phase(Options.NONE, 0, PROD));
        Progression progression = progression(phases, Map.of("Test", SUCCEEDED));
        assertThat(progression.deployable()).containsExactly(DEV, TEST, PROD);
        assertThat(progression.nextDeployments()).containsExactly(DEV, PROD);
    }

    @Test
    @Tag("rule:progression.next-deployments")
    void saysHowManyMoreEnvironmentsAreNeeded() {
        List<ResolvedPhase> phases = List.of(phase(Options.NONE, 2, DEV, TEST, UAT), phase(Options.NONE, 0, PROD));
        assertThat(progression(phases, Map.of()).nextDeploymentsMinimumRequired())
                .isEqualTo(2);
        assertThat(progression(phases, Map.of("UAT", SUCCEEDED)).nextDeploymentsMinimumRequired())
                .isEqualTo(1);
        Map<String, EnvironmentOutcome> all = Map.of("UAT", SUCCEEDED, "Dev", SUCCEEDED, "Prod", SUCCEEDED);
        assertThat(progression(phases, all).nextDeploymentsMinimumRequired()).isZero();
    }

    @Test
    @Tag("rule:defect.blocks-further-phases")
    void aBlockedReleaseMayGoWhereItHasBeenButNoFurther() {
        Map<String, EnvironmentOutcome> outcomes = Map.of("Dev", SUCCEEDED, "Test", SUCCEEDED);
        Progression progression = Progression.of("Main", TUTORIAL, outcomes, true);
        assertThat(progression.deployable()).containsExactly(DEV, TEST);
        assertThat(progression.nextDeployments()).isEmpty();
        assertThat(progression.phases()).extracting(PhaseProgress::blocked).containsExactly(false, false, true);
        assertThat(progression.obstacle(PROD)).map(Obstacle::kind).contains(Obstacle.Kind.BLOCKED);
        assertThat(progression.obstacle(TEST)).isEmpty();
        assertThat(Progression.of("Main", TUTORIAL, Map.of(), true).deployable())
                .containsExactly(DEV);
    }

    @Test
    @Tag("rule:progression.automatic-once")
    void automaticEnvironmentsBecomeDueWhenTheirPhaseIsReachedAndOnlyOnce() {
        List<ResolvedPhase> phases = List.of(
                phase(Options.NONE, 0, DEV),
                new ResolvedPhase("a", "Auto", List.of(TEST, UAT), List.of(), 0, Options.NONE),
                new ResolvedPhase("o", "Opt", List.of(PROD), List.of(), 0, new Options(true, false, false)));
        assertThat(progression(phases, Map.of()).due()).isEmpty();
        assertThat(progression(phases, Map.of("Dev", SUCCEEDED)).due()).containsExactly(TEST, UAT);
        assertThat(progression(phases, Map.of("Dev", SUCCEEDED, "Test", NOT_YET))
                        .due())
                .containsExactly(UAT);
        assertThat(progression(phases, Map.of("Dev", SUCCEEDED, "Test", SUCCEEDED, "UAT", SUCCEEDED))
                        .due())
                .as("optional phases are never deployed to by the server itself")
                .isEmpty();
    }

    @Test
    @Tag("rule:progression.outside-the-lifecycle")
    void saysWhyNotAndWhatToDo() {
        Obstacle early =
                progression(TUTORIAL, Map.of("Dev", NO_LONGER)).obstacle(PROD).orElseThrow();
        assertThat(early.kind()).isEqualTo(Obstacle.Kind.PHASE_NOT_REACHED);
        assertThat(early.rule())
                .isEqualTo(
                        "The environment 'Prod' is in the phase 'Prod', which is reached when the phase 'Dev' is"
                                + " satisfied; that needs one more environment whose latest deployment of this release succeeded.");
        assertThat(early.wayOut())
                .isEqualTo("Deploy this release to Dev first. It succeeded before in Dev, but not the last time.");
        Obstacle outside = progression(TUTORIAL, Map.of()).obstacle(UAT).orElseThrow();
        assertThat(outside.kind()).isEqualTo(Obstacle.Kind.NOT_IN_LIFECYCLE);
        assertThat(outside.rule()).contains("'Main'", "'UAT'");
        assertThat(outside.wayOut()).contains("Dev, Test, Prod");
    }

    @Test
    @Tag("rule:progression.phase-reached")
    void twoPhasesOfEveryShapeAndOutcomeAgreeWithTheRuleAsWritten() {
        List<List<ResolvedPhase>> shapes = everyPairOfPhases();
        List<EnvironmentOutcome> outcomes = List.of(NEVER, NOT_YET, NO_LONGER, SUCCEEDED);
        for (List<ResolvedPhase> phases : shapes) {
            for (int code = 0; code < 256; code++) {
                Map<String, EnvironmentOutcome> world = Map.of(
                        "Dev", outcomes.get(code & 3),
                        "Test", outcomes.get(code >> 2 & 3),
                        "UAT", outcomes.get(code >> 4 & 3),
                        "Prod", outcomes.get(code >> 6 & 3));
                agree(phases, world, false);
                agree(phases, world, true);
            }
        }
    }

    @Test
    @Tag("rule:progression.phase-reached")
    void longerLifecyclesAgreeWithTheRuleAsWritten() {
        Random random = new Random(20261);
        List<EnvironmentOutcome> outcomes = List.of(NEVER, NOT_YET, NO_LONGER, SUCCEEDED, SUCCEEDED, SUCCEEDED);
        for (int round = 0; round < 20_000; round++) {
            Map<String, EnvironmentOutcome> world = new HashMap<>();
            List<ResolvedPhase> phases = new ArrayList<>();
            for (int number = random.nextInt(6); number >= 0; number--) {
                List<PhaseEnvironment> environments = new ArrayList<>();
                for (int one = random.nextInt(4); one > 0; one--) {
                    environments.add(env(number + "." + one));
                    world.put(number + "." + one, outcomes.get(random.nextInt(outcomes.size())));
                }
                int split = random.nextInt(environments.size() + 1);
                Options options = new Options(random.nextInt(3) == 0, false, random.nextBoolean());
                phases.add(new ResolvedPhase(
                        "p" + number,
                        "P" + number,
                        environments.subList(0, split),
                        environments.subList(split, environments.size()),
                        random.nextInt(3),
                        options));
            }
            agree(phases, world, random.nextBoolean());
        }
    }

    /** The rule in the words of the specification, quantifier by quantifier. */
    private static void agree(List<ResolvedPhase> phases, Map<String, EnvironmentOutcome> world, boolean blocked) {
        Progression progression = Progression.of("Main", phases, world, blocked);
        List<PhaseEnvironment> allowed = new ArrayList<>();
        for (int index = 0; index < phases.size(); index++) {
            ResolvedPhase phase = phases.get(index);
            boolean reached = phases.subList(0, index).stream()
                    .allMatch(earlier -> earlier.rules().optional() || isSatisfied(earlier, world));
            boolean been = phase.environments().stream()
                    .anyMatch(one -> world.getOrDefault(one.id(), NEVER).everSucceeded());
            boolean open = reached && (!blocked || index == 0 || been);
            assertThat(progression.phases().get(index).deployable()).isEqualTo(open);
            assertThat(progression.phases().get(index).progress() == Progress.COMPLETE)
                    .isEqualTo(isSatisfied(phase, world));
            if (open) {
                allowed.addAll(phase.environments());
            }
        }
        assertThat(progression.deployable()).containsExactlyElementsOf(allowed);
        assertThat(allowed).containsAll(progression.nextDeployments()).containsAll(progression.due());
        phases.stream()
                .flatMap(phase -> phase.environments().stream())
                .forEach(one -> assertThat(progression.obstacle(one).isEmpty()).isEqualTo(allowed.contains(one)));
    }

    private static boolean isSatisfied(ResolvedPhase phase, Map<String, EnvironmentOutcome> world) {
        long good = phase.environments().stream()
                .map(one -> world.getOrDefault(one.id(), NEVER))
                .filter(outcome ->
                        phase.rules().countsEarlierSuccess() ? outcome.everSucceeded() : outcome.latestSucceeded())
                .count();
        int all = phase.environments().size();
        return phase.minimum() == 0 ? good == all : good >= Math.min(phase.minimum(), all);
    }

    private static List<List<ResolvedPhase>> everyPairOfPhases() {
        List<ResolvedPhase> first = everyShape(DEV, TEST);
        List<ResolvedPhase> second = everyShape(UAT, PROD);
        return first.stream()
                .flatMap(one -> second.stream().map(other -> List.of(one, other)))
                .toList();
    }

    private static List<ResolvedPhase> everyShape(PhaseEnvironment one, PhaseEnvironment other) {
        return IntStream.range(0, 8)
                .boxed()
                .flatMap(code -> IntStream.rangeClosed(0, 1)
                        .mapToObj(minimum -> new ResolvedPhase(
                                "p",
                                one.name(),
                                (code & 4) == 0 ? List.of() : List.of(one),
                                (code & 4) == 0 ? List.of(one, other) : List.of(other),
                                minimum,
                                new Options((code & 1) == 1, false, (code & 2) == 2))))
                .toList();
    }

    private static Progression progression(List<ResolvedPhase> phases, Map<String, EnvironmentOutcome> outcomes) {
        return Progression.of("Main", phases, outcomes, false);
    }

    private static ResolvedPhase phase(Options options, int minimum, PhaseEnvironment... environments) {
        return new ResolvedPhase(
                environments[0].id(), environments[0].name(), List.of(), List.of(environments), minimum, options);
    }

    private static PhaseEnvironment env(String name) {
        return new PhaseEnvironment(name, name);
    }
}
