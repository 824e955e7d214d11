package tako.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static tako.server.delivery.run.ItemState.CANCELED;
import static tako.server.delivery.run.ItemState.FAILED;
import static tako.server.delivery.run.ItemState.SKIPPED;
import static tako.server.delivery.run.ItemState.SUCCEEDED;
import static tako.server.projects.process.Processes.action;
import static tako.server.projects.process.Processes.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tako.server.delivery.run.Next.Move;
import tako.server.projects.process.Action;
import tako.server.projects.process.Processes;
import tako.server.projects.process.RunCondition;
import tako.server.projects.process.StartTrigger;
import tako.server.projects.process.Step;

/** What happens next, against plans of every small form and random runs through them. */
class NextRuleTest {
    private static final RunSpec SPEC = new RunSpec(
            "Deployments-1",
            "Spaces-1",
            "Deploy",
            "",
            List.of(),
            new RunSpec.Place("Projects-1", "Environments-1", Optional.empty(), Optional.empty()),
            RunSpec.Choices.NONE,
            List.of(),
            Map.of());

    private static Step step(String name, RunCondition condition, StartTrigger trigger, int actions) {
        List<Action> children = IntStream.range(0, actions)
                .mapToObj(child -> action(name + child, "Test"))
                .toList();
        Step plain = Processes.step(name, children);
        return new Step(
                plain.id(),
                name,
                name,
                plain.packageRequirement(),
                plain.properties(),
                condition,
                trigger,
                children,
                Map.of());
    }

    private static Step after(String name) {
        return step(name, RunCondition.SUCCESS, StartTrigger.START_AFTER_PREVIOUS, 1);
    }

    private static Step beside(String name) {
        return step(name, RunCondition.SUCCESS, StartTrigger.START_WITH_PREVIOUS, 1);
    }

    private static Plan plan(Step... steps) {
        return Plan.of(process(steps), SPEC);
    }

    private static StepTurn open(PlannedStep step, int targets, int window) {
        List<Item> items = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            for (PlannedAction action : step.actions()) {
                items.add(Item.pending(
                        new ItemId(step.position(), action.position(), "M" + target), "m" + target, target));
            }
        }
        return new StepTurn(step.position(), Optional.empty(), window, items);
    }

    private static List<Move> moves(Plan plan, RunStates states) {
        return NextRule.next(plan, states) instanceof Next.Act(List<Move> moves) ? moves : List.of();
    }

    private static Item item(RunStates states, int step, int action, String target) {
        return states.items().stream()
                .filter(item -> item.id().equals(new ItemId(step, action, target)))
                .findFirst()
                .orElseThrow();
    }

    private static RunStates started(RunStates states, int step, int action, String target) {
        return states.with(item(states, step, action, target).started(1));
    }

    private static RunStates ended(RunStates states, int step, int action, String target, ItemState how) {
        return states.with(item(states, step, action, target).moved(how, ""));
    }

    private static List<String> starting(Plan plan, RunStates states) {
        return moves(plan, states).stream()
                .filter(Move.Start.class::isInstance)
                .map(move -> ((Move.Start) move).item().id().key())
                .toList();
    }

    @Test
    void a_process_without_steps_ends_at_once_and_has_not_failed() {
        assertThat(NextRule.next(plan(), RunStates.NONE)).isEqualTo(new Next.End(false));
    }

    @Test
    @Tag("rule:process.start-with-previous")
    void steps_of_a_group_have_their_turn_together_and_those_of_the_next_group_later() {
        Plan plan = plan(after("a"), beside("b"), after("c"));
        assertThat(moves(plan, RunStates.NONE))
                .containsExactly(new Move.Turn(plan.step(0), false), new Move.Turn(plan.step(1), false));
    }

    @Test
    @Tag("rule:process.parallel-member-failure")
    void a_member_of_a_group_that_fails_does_not_stop_the_others_and_the_next_group_hears_of_it() {
        Plan plan = plan(after("a"), beside("b"), after("c"));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 1, 10)).with(open(plan.step(1), 1, 10));
        states = started(started(states, 0, 0, "M0"), 1, 0, "M0");
        states = ended(states, 0, 0, "M0", ItemState.FAILED);
        assertThat(NextRule.next(plan, states)).isEqualTo(new Next.Wait());
        states = ended(states, 1, 0, "M0", ItemState.SUCCEEDED);
        assertThat(moves(plan, states)).containsExactly(new Move.Turn(plan.step(2), true));
    }

    @Test
    @Tag("rule:process.rolling-window")
    void no_more_targets_than_the_window_are_on_their_way() {
        Plan plan = plan(step("roll", RunCondition.SUCCESS, StartTrigger.START_AFTER_PREVIOUS, 2));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 3, 2));
        assertThat(starting(plan, states)).containsExactly("1.1/M0", "1.1/M1");
    }

    @Test
    void each_target_walks_through_all_actions_before_the_next_target_starts() {
        Plan plan = plan(step("roll", RunCondition.SUCCESS, StartTrigger.START_AFTER_PREVIOUS, 2));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 2, 1));
        states = ended(started(states, 0, 0, "M0"), 0, 0, "M0", ItemState.SUCCEEDED);
        assertThat(starting(plan, states)).containsExactly("1.2/M0");
        states = ended(started(states, 0, 1, "M0"), 0, 1, "M0", ItemState.SUCCEEDED);
        assertThat(starting(plan, states)).containsExactly("1.1/M1");
    }

    @Test
    @Tag("rule:process.failed-target-stops-rolling")
    void a_failure_stops_later_actions_of_its_target_and_targets_that_have_not_started() {
        Plan plan = plan(step("roll", RunCondition.SUCCESS, StartTrigger.START_AFTER_PREVIOUS, 2));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 3, 2));
        states = started(started(states, 0, 0, "M0"), 0, 0, "M1");
        states = ended(states, 0, 0, "M0", ItemState.FAILED);
        assertThat(moves(plan, states))
                .allSatisfy(move -> assertThat(move).isInstanceOf(Move.Skip.class))
                .extracting(move -> ((Move.Skip) move).item().id().key())
                .containsExactly("1.2/M0", "1.1/M2", "1.2/M2");
    }

    @Test
    void a_target_on_its_way_goes_on_when_another_one_fails() {
        Plan plan = plan(step("roll", RunCondition.SUCCESS, StartTrigger.START_AFTER_PREVIOUS, 2));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 2, 2));
        states = started(started(states, 0, 0, "M0"), 0, 0, "M1");
        states = ended(states, 0, 0, "M0", ItemState.FAILED);
        states = ended(states, 0, 0, "M1", ItemState.SUCCEEDED);
        assertThat(starting(plan, states)).containsExactly("1.2/M1");
    }

    @Test
    void what_is_to_run_again_after_a_crash_counts_as_on_its_way() {
        Plan plan = plan(after("a"));
        RunStates states = started(RunStates.NONE.with(open(plan.step(0), 2, 1)), 0, 0, "M1");
        states = ended(states, 0, 0, "M1", ItemState.PENDING);
        assertThat(starting(plan, states)).containsExactly("1.1/M1");
    }

    @Test
    @Tag("rule:interruption.waiting-run-gives-up-its-slot")
    void a_run_of_which_nothing_runs_and_something_waits_parks() {
        Plan plan = plan(after("a"), beside("b"), after("c"));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 1, 10)).with(open(plan.step(1), 1, 10));
        states = started(started(states, 0, 0, "M0"), 1, 0, "M0");
        states = states.with(item(states, 0, 0, "M0").waits(new Waiting.End("ServerTasks-1", Instant.EPOCH)));
        assertThat(NextRule.next(plan, states)).isEqualTo(new Next.Wait());
        states = ended(states, 1, 0, "M0", ItemState.SUCCEEDED);
        assertThat(NextRule.next(plan, states)).isEqualTo(new Next.Park());
        states = ended(states, 0, 0, "M0", ItemState.FAILED);
        assertThat(moves(plan, states)).containsExactly(new Move.Turn(plan.step(2), true));
    }

    @Test
    void a_target_that_waits_is_on_its_way_and_nothing_else_of_it_starts() {
        Plan plan = plan(step("roll", RunCondition.SUCCESS, StartTrigger.START_AFTER_PREVIOUS, 2));
        RunStates states = RunStates.NONE.with(open(plan.step(0), 2, 1));
        states = started(states, 0, 0, "M0");
        states = states.with(item(states, 0, 0, "M0").waits(new Waiting.End("ServerTasks-1", Instant.EPOCH)));
        assertThat(NextRule.next(plan, states)).isEqualTo(new Next.Park());
        states = ended(states, 0, 0, "M0", ItemState.PENDING);
        assertThat(starting(plan, states)).containsExactly("1.1/M0");
    }

    @Test
    void every_move_between_states_is_in_the_table_or_refused() {
        for (ItemState from : ItemState.values()) {
            for (ItemState to : ItemState.values()) {
                boolean allowed = !from.ended()
                        && switch (to) {
                            case PENDING, SUCCEEDED, FAILED -> from != ItemState.PENDING;
                            case RUNNING -> from != ItemState.WAITING;
                            case WAITING -> from == ItemState.RUNNING;
                            case CANCELED -> true;
                            case SKIPPED -> from == ItemState.PENDING;
                        };
                assertThat(ItemMoves.allowed(from, to)).as(from + " to " + to).isEqualTo(allowed);
            }
        }
    }

    /** Every condition of a child, after an action that succeeded, failed, was skipped or was cancelled. */
    @Test
    @Tag("rule:process.child-condition-by-success")
    void a_child_runs_by_its_condition_and_how_the_actions_before_it_ended() {
        for (RunCondition condition : RunCondition.values()) {
            for (ItemState before : List.of(SUCCEEDED, FAILED, SKIPPED, CANCELED)) {
                Step step = Processes.step(
                        "roll", List.of(action("a", "Test"), WithCondition.of(action("b", "Test"), condition)));
                Plan plan = plan(step);
                RunStates states = RunStates.NONE.with(open(plan.step(0), 1, 1));
                states = before == SKIPPED
                        ? ended(states, 0, 0, "M0", SKIPPED)
                        : ended(started(states, 0, 0, "M0"), 0, 0, "M0", before);
                boolean starts = switch (condition) {
                    case SUCCESS -> before != FAILED;
                    case FAILURE -> before == FAILED;
                    case ALWAYS, VARIABLE -> true;
                };
                assertThat(starting(plan, states))
                        .as(condition + " after " + before)
                        .isEqualTo(starts ? List.of("1.2/M0") : List.of());
            }
        }
    }

    /** Random plans, random outcomes, random order of ends: what holds for every run. */
    @Test
    void random_runs_keep_the_order_the_windows_and_come_to_an_end() {
        for (int seed = 0; seed < 2000; seed++) {
            new RandomRun(seed).go();
        }
    }

    private static final class RandomRun {
        private static final List<StartTrigger> TRIGGERS =
                List.of(StartTrigger.START_AFTER_PREVIOUS, StartTrigger.START_WITH_PREVIOUS);
        private static final List<RunCondition> CONDITIONS =
                List.of(RunCondition.SUCCESS, RunCondition.FAILURE, RunCondition.ALWAYS);

        private final Random random;
        private final int seed;
        private final Plan plan;
        private final Map<Integer, Integer> windows = new java.util.HashMap<>();
        private final List<Item> running = new ArrayList<>();
        private RunStates states = RunStates.NONE;
        private boolean anyFailed;

        RandomRun(int seed) {
            this.random = new Random(seed);
            this.seed = seed;
            this.plan = plan(IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(this::randomStep)
                    .toArray(Step[]::new));
        }

        private Step randomStep(int position) {
            StartTrigger trigger = TRIGGERS.get(random.nextInt(TRIGGERS.size()));
            RunCondition condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
            return step("s" + position, condition, trigger, 1 + random.nextInt(3));
        }

        void go() {
            for (int moves = 0; moves < 500; moves++) {
                switch (NextRule.next(plan, states)) {
                    case Next.Act(List<Move> act) -> act.forEach(this::make);
                    case Next.Wait() -> {
                        assertThat(running)
                                .as("waiting for nothing, seed %d", seed)
                                .isNotEmpty();
                        endOne();
                    }
                    case Next.Park() -> {
                        assertThat(running)
                                .as("parked while something runs, seed %d", seed)
                                .isEmpty();
                        concludeOne();
                    }
                    case Next.End(boolean failed) -> {
                        assertThat(running).as("seed %d", seed).isEmpty();
                        assertThat(failed).as("seed %d", seed).isEqualTo(anyFailed);
                        assertThat(states.turns()).hasSize(plan.steps().size());
                        assertThat(states.items()).allMatch(item -> item.state().ended());
                        return;
                    }
                }
                check();
            }
            throw new AssertionError("The run of seed " + seed + " did not end");
        }

        private void make(Move move) {
            switch (move) {
                case Move.Turn(PlannedStep step, boolean failed) -> {
                    assertThat(running).as("a turn while an earlier group runs").isEmpty();
                    assertThat(failed).isEqualTo(failedBefore(step));
                    turn(step, failed);
                }
                case Move.Skip(Item item, String reason) -> {
                    assertThat(reason).isNotBlank();
                    states = states.with(item.moved(ItemState.SKIPPED, reason));
                }
                case Move.Start(Item item) -> {
                    Item started = item.started(1);
                    states = states.with(started);
                    running.add(started);
                }
            }
        }

        private boolean failedBefore(PlannedStep step) {
            return states.items().stream()
                    .anyMatch(item -> item.state() == ItemState.FAILED
                            && plan.step(item.id().step()).group() < step.group());
        }

        private void turn(PlannedStep step, boolean failed) {
            boolean runs = switch (step.step().condition()) {
                case SUCCESS -> !failed;
                case FAILURE -> failed;
                case ALWAYS, VARIABLE -> true;
            };
            windows.put(step.position(), 1 + random.nextInt(3));
            states = states.with(
                    runs
                            ? open(step, 1 + random.nextInt(4), windows.get(step.position()))
                            : StepTurn.skipped(step.position(), "No."));
        }

        private void endOne() {
            if (!states.waiting().isEmpty() && random.nextInt(4) == 0) {
                concludeOne();
                return;
            }
            Item item = running.remove(random.nextInt(running.size()));
            int dice = random.nextInt(10);
            if (dice < 2) {
                states = states.with(item.moved(ItemState.FAILED, "broken"));
                anyFailed = true;
            } else if (dice < 3) {
                states = states.with(item.moved(ItemState.PENDING, ""));
            } else if (dice < 5) {
                states = states.with(item.waits(new Waiting.End("ServerTasks-1", Instant.EPOCH)));
            } else {
                states = states.with(item.moved(ItemState.SUCCEEDED, ""));
            }
        }

        private List<Item> onTheirWay() {
            List<Item> both = new ArrayList<>(running);
            both.addAll(states.waiting());
            return both;
        }

        private void concludeOne() {
            List<Item> waiting = states.waiting();
            Item item = waiting.get(random.nextInt(waiting.size()));
            ItemState to = List.of(ItemState.SUCCEEDED, ItemState.FAILED, ItemState.PENDING)
                    .get(random.nextInt(3));
            anyFailed |= to == ItemState.FAILED;
            states = states.with(item.moved(to, ""));
        }

        private void check() {
            Set<Integer> groups = new HashSet<>();
            Map<Integer, Set<Integer>> targets = new java.util.HashMap<>();
            for (Item item : onTheirWay()) {
                groups.add(plan.step(item.id().step()).group());
                boolean alone = targets.computeIfAbsent(item.id().step(), step -> new HashSet<>())
                        .add(item.position());
                assertThat(alone).as("one item at a time for a target").isTrue();
            }
            assertThat(groups).as("one group at a time").hasSizeLessThanOrEqualTo(1);
            targets.forEach((step, busy) -> assertThat(busy)
                    .as("window of seed %d", seed)
                    .hasSizeLessThanOrEqualTo(windows.getOrDefault(step, 0)));
        }
    }
}
