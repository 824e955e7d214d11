package tako.server.delivery.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tako.server.delivery.run.Next.Move;

/**
 * What happens next, of a plan and how far it is. Pure.
 *
 * <p>Groups run one after the other, the steps of a group side by side. In a step each target walks through the actions in order;
 * as many targets as its window says are on their way at once. A failure stops the later actions for that target, and no
 * further targets are started; what runs goes on to its end. An item that waits is on its way, and nothing else of its target is.
 */
final class NextRule {
    private NextRule() {}

    static Next next(Plan plan, RunStates states) {
        List<PlannedStep> before = new ArrayList<>();
        for (List<PlannedStep> group : plan.groups()) {
            Optional<Next> ofGroup = ofGroup(group, before, states);
            if (ofGroup.isPresent()) {
                return ofGroup.get();
            }
            before.addAll(group);
        }
        return new Next.End(states.failure(before).isPresent());
    }

    /** What happens next in a group; empty when it has ended. */
    private static Optional<Next> ofGroup(List<PlannedStep> group, List<PlannedStep> before, RunStates states) {
        boolean failed = states.failure(before).isPresent();
        List<Move> moves = new ArrayList<>();
        List<Item> open = new ArrayList<>();
        for (PlannedStep step : group) {
            Optional<StepTurn> turn = states.turn(step);
            if (turn.isEmpty()) {
                moves.add(new Move.Turn(step, failed));
            } else {
                turn.get().items().stream()
                        .filter(item -> !item.state().ended())
                        .forEach(open::add);
                moves.addAll(new InStep(step, turn.get()).moves());
            }
        }
        if (!moves.isEmpty()) {
            return Optional.of(new Next.Act(List.copyOf(moves)));
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(pause(open));
    }

    /** What nothing can move goes on when an item has ended that runs, or when what is waited for has happened. */
    private static Next pause(List<Item> open) {
        boolean runs = open.stream().anyMatch(item -> item.state() == ItemState.RUNNING);
        return runs ? new Next.Wait() : new Next.Park();
    }

    /** The moves within a step. */
    private record InStep(PlannedStep step, StepTurn turn) {
        List<Move> moves() {
            List<Move> moves = new ArrayList<>();
            boolean failed = turn.items().stream().anyMatch(item -> item.state() == ItemState.FAILED);
            int room = turn.window() - onTheirWay();
            for (List<Item> target : targets().values()) {
                if (untouched(target)) {
                    if (failed) {
                        target.forEach(item -> moves.add(new Move.Skip(
                                item, "It was not started, because the step had failed on another target.")));
                    } else if (room > 0) {
                        room--;
                        moves.add(first(target));
                    }
                } else {
                    forward(target).ifPresent(moves::add);
                }
            }
            return moves;
        }

        private int onTheirWay() {
            return (int) targets().values().stream()
                    .filter(target -> !untouched(target) && !done(target))
                    .count();
        }

        private Map<Integer, List<Item>> targets() {
            Map<Integer, List<Item>> targets = new LinkedHashMap<>();
            turn.items()
                    .forEach(item -> targets.computeIfAbsent(item.position(), added -> new ArrayList<>())
                            .add(item));
            return targets;
        }

        /** An attempt counts: what was interrupted and is to run again has been on its way. */
        private static boolean untouched(List<Item> target) {
            return target.stream().allMatch(item -> item.state() == ItemState.PENDING && item.attempt() == 0);
        }

        private static boolean done(List<Item> target) {
            return target.stream().allMatch(item -> item.state().ended());
        }

        private Move first(List<Item> target) {
            return move(target.getFirst(), List.of());
        }

        /** The next move of a target that is on its way; empty while one of its items runs or waits, and at its end. */
        private Optional<Move> forward(List<Item> target) {
            List<Item> earlier = new ArrayList<>();
            for (Item item : target) {
                switch (item.state()) {
                    case RUNNING, WAITING -> {
                        return Optional.empty();
                    }
                    case PENDING -> {
                        return Optional.of(move(item, earlier));
                    }
                    case SUCCEEDED, FAILED, SKIPPED, CANCELED -> earlier.add(item);
                }
            }
            return Optional.empty();
        }

        private Move move(Item item, List<Item> earlier) {
            boolean failed = earlier.stream().anyMatch(one -> one.state() == ItemState.FAILED);
            return switch (step.actions().get(item.id().action()).action().condition()) {
                case SUCCESS ->
                    failed
                            ? new Move.Skip(item, "It was not started, because an action before it had failed.")
                            : new Move.Start(item);
                case FAILURE ->
                    failed
                            ? new Move.Start(item)
                            : new Move.Skip(item, "It runs only after a failure, and no action before it failed.");
                case ALWAYS, VARIABLE -> new Move.Start(item);
            };
        }
    }
}
