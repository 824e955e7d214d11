package tako.server.delivery.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.delivery.eligibility.DeploymentFacts.Schedule;
import tako.server.delivery.eligibility.DeploymentFacts.Switches;
import tako.server.delivery.eligibility.DeploymentFacts.Targets;
import tako.server.delivery.eligibility.Reason.Kind;
import tako.server.library.lifecycle.EnvironmentOutcome;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.library.lifecycle.Progression;
import tako.server.library.lifecycle.ResolvedPhase;

/** Whether a deployment may be made: every combination of broken rules. */
class EligibilityTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final PhaseEnvironment DEV = new PhaseEnvironment("Environments-1", "Dev");
    private static final PhaseEnvironment PROD = new PhaseEnvironment("Environments-2", "Prod");
    private static final PhaseEnvironment ELSEWHERE = new PhaseEnvironment("Environments-3", "Elsewhere");
    private static final List<ResolvedPhase> PHASES = List.of(phase(DEV), phase(PROD));
    /** Kinds of which a lifecycle tells at most one. */
    private static final Set<Kind> LIFECYCLE = EnumSet.of(Kind.NOT_IN_LIFECYCLE, Kind.PHASE_NOT_REACHED, Kind.BLOCKED);

    @Test
    @Tag("rule:deployment.every-reason-told")
    void everyBrokenRuleIsToldAndNoOther() {
        List<Set<Kind>> combinations = combinations();

        assertThat(combinations).hasSize(128 * 4);
        for (Set<Kind> broken : combinations) {
            assertThat(kinds(Eligibility.reasons(facts(broken)))).isEqualTo(broken);
        }
    }

    @Test
    void reasonsComeInTheOrderOfTheirKinds() {
        for (Set<Kind> broken : combinations()) {
            assertThat(Eligibility.reasons(facts(broken)).stream().map(Reason::kind))
                    .isSorted();
        }
    }

    @Test
    @Tag("rule:deployment.judged-again-at-start")
    void atItsStartOnlyWhatMayHaveChangedIsJudgedAgain() {
        for (Set<Kind> broken : combinations()) {
            Set<Kind> expected = broken.stream().filter(Kind::judgedAtStart).collect(Collectors.toSet());
            assertThat(kinds(Eligibility.reasonsAtStart(facts(broken)))).isEqualTo(expected);
        }
    }

    @Test
    void everyReasonSaysARuleAndAWayOut() {
        for (Set<Kind> broken : combinations()) {
            for (Reason reason : Eligibility.reasons(facts(broken))) {
                assertThat(reason.rule()).endsWith(".");
                assertThat(reason.wayOut()).endsWith(".");
            }
        }
    }

    @Test
    @Tag("rule:deployment.thirty-days-ahead")
    void thirtyDaysAheadIsTheFarthest() {
        assertThat(judge(schedule(Duration.ofDays(30), Duration.ofDays(31)))).isEmpty();
        assertThat(judge(schedule(Duration.ofDays(30).plusMillis(1), Duration.ofDays(31))))
                .containsExactly(Kind.SCHEDULE);
    }

    @Test
    @Tag("rule:deployment.expiry-after-start")
    void anExpiryIsAfterTheStart() {
        assertThat(judge(schedule(Duration.ofHours(1), Duration.ofHours(1)))).containsExactly(Kind.SCHEDULE);
        assertThat(judge(schedule(Duration.ofHours(1), Duration.ofHours(2)))).isEmpty();
        assertThat(judge(new Schedule(NOW, Optional.empty(), Optional.of(NOW)))).containsExactly(Kind.SCHEDULE);
        assertThat(judge(schedule(Duration.ofHours(-2), Duration.ofHours(-1)))).containsExactly(Kind.SCHEDULE);
    }

    @Test
    @Tag("rule:deployment.needs-a-target")
    void targetsAreMissedOnlyWhereSomeStepNeedsThem() {
        for (boolean needed : List.of(true, false)) {
            for (boolean found : List.of(true, false)) {
                for (boolean allowed : List.of(true, false)) {
                    var facts =
                            facts(Set.of(), new Targets(needed, found, allowed, List.of("web"), List.of()), usual());
                    assertThat(Eligibility.reasons(facts).isEmpty()).isEqualTo(!needed || found || allowed);
                }
            }
        }
    }

    @Test
    void aBlockedReleaseMayGoAgainWhereItHasBeen() {
        var progression = Progression.of(
                "Usual",
                PHASES,
                Map.of(DEV.id(), EnvironmentOutcome.SUCCEEDED, PROD.id(), EnvironmentOutcome.NO_LONGER),
                true);
        var facts = new DeploymentFacts(
                new Switches("Web", false, false),
                PROD,
                progression,
                List.of(),
                List.of(),
                List.of(),
                usual(),
                new Targets(false, false, false, List.of(), List.of()));

        assertThat(Eligibility.reasons(facts)).isEmpty();
        assertThat(Eligibility.reasonsAtStart(facts)).isEmpty();
    }

    /** Every set of kinds with at most one of the lifecycle. */
    private static List<Set<Kind>> combinations() {
        List<Set<Kind>> all = new ArrayList<>(List.of(EnumSet.noneOf(Kind.class)));
        for (Kind kind : Kind.values()) {
            for (Set<Kind> smaller : List.copyOf(all)) {
                Set<Kind> broken = EnumSet.copyOf((EnumSet<Kind>) smaller);
                broken.add(kind);
                if (broken.stream().filter(LIFECYCLE::contains).count() <= 1) {
                    all.add(broken);
                }
            }
        }
        return all;
    }

    private static DeploymentFacts facts(Set<Kind> broken) {
        Schedule schedule =
                broken.contains(Kind.SCHEDULE) ? schedule(Duration.ofDays(31), Duration.ofDays(32)) : usual();
        boolean lacking = broken.contains(Kind.NO_TARGETS);
        return facts(broken, new Targets(true, !lacking, false, List.of("web"), List.of()), schedule);
    }

    private static DeploymentFacts facts(Set<Kind> broken, Targets targets, Schedule schedule) {
        return new DeploymentFacts(
                new Switches("Web", broken.contains(Kind.PROJECT_DISABLED), broken.contains(Kind.TASK_QUEUE_STOPPED)),
                broken.contains(Kind.NOT_IN_LIFECYCLE) ? ELSEWHERE : PROD,
                progression(broken),
                some(broken, Kind.PROMPT_UNANSWERED),
                some(broken, Kind.MACHINE_ELSEWHERE),
                some(broken, Kind.REQUIRED_STEP_SKIPPED),
                schedule,
                targets);
    }

    private static Progression progression(Set<Kind> broken) {
        var dev = broken.contains(Kind.PHASE_NOT_REACHED) ? EnvironmentOutcome.NOT_YET : EnvironmentOutcome.SUCCEEDED;
        return Progression.of("Usual", PHASES, Map.of(DEV.id(), dev), broken.contains(Kind.BLOCKED));
    }

    private static List<String> some(Set<Kind> broken, Kind kind) {
        return broken.contains(kind) ? List.of("one") : List.of();
    }

    private static Schedule usual() {
        return new Schedule(NOW, Optional.empty(), Optional.empty());
    }

    private static Schedule schedule(Duration begin, Duration expiry) {
        return new Schedule(NOW, Optional.of(NOW.plus(begin)), Optional.of(NOW.plus(expiry)));
    }

    private static List<Kind> judge(Schedule schedule) {
        var facts = facts(Set.of(), new Targets(false, false, false, List.of(), List.of()), schedule);
        return Eligibility.reasons(facts).stream().map(Reason::kind).toList();
    }

    private static Set<Kind> kinds(List<Reason> reasons) {
        return reasons.stream().map(Reason::kind).collect(Collectors.toSet());
    }

    private static ResolvedPhase phase(PhaseEnvironment environment) {
        return new ResolvedPhase(
                environment.id(), environment.name(), List.of(), List.of(environment), 0, ResolvedPhase.Options.NONE);
    }
}
