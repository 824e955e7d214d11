package tako.server.delivery.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a run is.
 *
 * @param turns the steps whose turn has come, by position, each with its items as they are now
 */
record RunStates(Map<Integer, StepTurn> turns) {
    static final RunStates NONE = new RunStates(Map.of());

    /** A step's turn, if it has come. */
    Optional<StepTurn> turn(PlannedStep step) {
        return Optional.ofNullable(turns.get(step.position()));
    }

    /** A step's items; none before its turn. */
    List<Item> items(PlannedStep step) {
        return turn(step).map(StepTurn::items).orElse(List.of());
    }

    /** Every item there is, in order. */
    List<Item> items() {
        return turns.values().stream().flatMap(turn -> turn.items().stream()).toList();
    }

    /** The items that wait, in order. */
    List<Item> waiting() {
        return in(ItemState.WAITING);
    }

    /** The items in a state, in order. */
    List<Item> in(ItemState state) {
        return items().stream().filter(item -> item.state() == state).toList();
    }

    /** The first item of some steps that failed. */
    Optional<Item> failure(Collection<PlannedStep> steps) {
        return steps.stream()
                .flatMap(step -> items(step).stream())
                .filter(item -> item.state() == ItemState.FAILED)
                .findFirst();
    }

    /** The same with a step's turn. */
    RunStates with(StepTurn turn) {
        Map<Integer, StepTurn> changed = new TreeMap<>(turns);
        changed.put(turn.step(), turn);
        return new RunStates(changed);
    }

    /** The same with an item as it is now. */
    RunStates with(Item item) {
        StepTurn turn = turns.get(item.id().step());
        if (turn == null) {
            throw new IllegalArgumentException("The turn of " + item.id().key() + " has not come");
        }
        List<Item> items = turn.items().stream()
                .map(old -> old.id().equals(item.id()) ? item : old)
                .toList();
        return with(new StepTurn(turn.step(), turn.skipped(), turn.window(), items));
    }
}
