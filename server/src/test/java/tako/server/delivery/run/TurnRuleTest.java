package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.infrastructure.machine.Machine;
import tako.server.projects.process.Processes;
import tako.server.projects.process.PropertyKey;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;
import tako.server.projects.process.Step;
import tako.server.resource.Stored;

/** What becomes of a step when its turn comes, for every combination of what decides it. */
class TurnRuleTest {
    private static final Stored<Machine> ALPHA = Targets.target("alpha", "web");
    private static final Stored<Machine> BETA = Targets.target("beta", "web");

    /** Which targets a step asks for, and whether it finds any. */
    private enum Asks {
        NONE,
        FINDS_TWO,
        FINDS_NONE
    }

    private static PlannedStep step(RunCondition condition, Asks asks, boolean leftOut) {
        Step plain = asks == Asks.NONE
                ? Processes.step("S", List.of(action("S", "Test")))
                : Processes.step("S", List.of(action("S", "Test")), PropertyKey.TARGET_ROLES, "web");
        Step step = RunContract.with(plain, condition, StartTrigger.START_AFTER_PREVIOUS);
        return planned(step, leftOut ? Set.of("action S") : Set.of());
    }

    private static PlannedStep planned(Step step) {
        return planned(step, Set.of());
    }

    private static PlannedStep planned(Step step, Set<String> skipped) {
        RunSpec spec = new RunSpec(
                "Deployments-1",
                "Spaces-1",
                "Deploy",
                "",
                List.of(),
                new RunSpec.Place("Projects-1", "Environments-1", Optional.empty(), Optional.empty()),
                new RunSpec.Choices(skipped, Set.of(), Set.of(), Map.of(), false),
                List.of(),
                Map.of());
        return Plan.of(process(step), spec).step(0);
    }

    private static StepTurn turn(PlannedStep step, Asks asks, boolean failed, boolean yesOnBeta) {
        List<Stored<Machine>> targets = asks == Asks.FINDS_TWO ? List.of(ALPHA, BETA) : List.of();
        return TurnRule.turn(
                step,
                new TurnRule.Facts(
                        failed,
                        step.step().roles(),
                        targets,
                        3,
                        target -> yesOnBeta
                                && target.map(machine -> machine.id().equals(BETA.id()))
                                        .orElse(true)));
    }

    /** The oracle: the reasons in the order in which they count. */
    private static String expected(RunCondition condition, Asks asks, boolean leftOut, boolean failed, boolean yes) {
        if (leftOut) {
            return "Skipped: whoever started this chose to skip it.";
        }
        if (condition == RunCondition.SUCCESS && failed) {
            return "Skipped: it runs only while nothing has failed, and a step before it failed.";
        }
        if (condition == RunCondition.FAILURE && !failed) {
            return "Skipped: it runs only after a failure, and nothing has failed.";
        }
        if (asks == Asks.FINDS_NONE) {
            return "Skipped: no enabled deployment target of this environment has the target tag web.";
        }
        return condition == RunCondition.VARIABLE && !yes ? ConditionTexts.SAID_NO : "";
    }

    @Test
    @Tag("rule:process.order-of-conditions")
    @Tag("rule:process.failure-is-sticky")
    void every_combination_of_choice_condition_failure_and_targets_is_decided_in_order() {
        for (RunCondition condition : RunCondition.values()) {
            for (Asks asks : Asks.values()) {
                for (int bits = 0; bits < 8; bits++) {
                    boolean leftOut = (bits & 1) != 0;
                    boolean failed = (bits & 2) != 0;
                    boolean yes = (bits & 4) != 0;
                    StepTurn turn = turn(step(condition, asks, leftOut), asks, failed, yes);
                    String reason = expected(condition, asks, leftOut, failed, yes);
                    String what = condition + " " + asks + " left out " + leftOut + " failed " + failed + " yes " + yes;
                    assertThat(turn.skipped().orElse("")).as(what).isEqualTo(reason);
                    assertThat(turn.items()).as(what).hasSize(reason.isEmpty() ? items(condition, asks) : 0);
                }
            }
        }
    }

    private static int items(RunCondition condition, Asks asks) {
        return asks == Asks.FINDS_TWO && condition != RunCondition.VARIABLE ? 2 : 1;
    }

    private static List<Integer> signOff(String type, String... properties) {
        PlannedStep step = planned(Processes.step(
                "S", List.of(action("S", "Test"), action("T", type, properties)), PropertyKey.TARGET_ROLES, "web"));
        return turn(step, Asks.FINDS_NONE, false, true).items().stream()
                .map(item -> item.id().action())
                .toList();
    }

    @Test
    @Tag("rule:process.no-targets-leave-out-no-sign-off")
    void a_sign_off_that_binds_stays_when_its_step_finds_no_target() {
        assertThat(signOff("Octopus.Manual", PropertyKey.RESPONSIBLE_TEAMS, "Teams-1"))
                .containsExactly(1);
        assertThat(signOff("Octopus.Manual")).isEmpty();
        assertThat(signOff("Test", PropertyKey.RESPONSIBLE_TEAMS, "Teams-1")).isEmpty();
    }

    @Test
    @Tag("rule:process.variable-condition-per-target")
    void a_condition_by_expression_chooses_among_the_targets() {
        StepTurn turn = turn(step(RunCondition.VARIABLE, Asks.FINDS_TWO, false), Asks.FINDS_TWO, true, true);
        assertThat(turn.items()).extracting(Item::targetName).containsExactly("beta");
        assertThat(turn.window()).isEqualTo(3);
    }
}
