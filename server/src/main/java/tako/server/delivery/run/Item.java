package tako.server.delivery.run;

import java.util.List;
import java.util.Optional;

/**
 * A work item: an action, for one target or once on the server.
 *
 * @param targetName as people know the target, "" on the server
 * @param position of its target among those of the step, from 0
 * @param attempt how often it was started
 * @param epoch the task's epoch in which it was started last
 * @param reason why it failed or was skipped, a sentence; "" otherwise
 */
record Item(
        ItemId id,
        String targetName,
        int position,
        ItemState state,
        int attempt,
        long epoch,
        String reason,
        ItemHistory history) {
    /** One that has not run. */
    static Item pending(ItemId id, String targetName, int position) {
        return new Item(id, targetName, position, ItemState.PENDING, 0, 0, "", ItemHistory.NONE);
    }

    /** Whether nothing more happens to any of these. */
    static boolean ended(List<Item> items) {
        return items.stream().allMatch(item -> item.state().ended());
    }

    /** Names this attempt of an item of a task for ever. */
    String executionKey(String task) {
        return task + "/" + id.key() + "#" + attempt;
    }

    /** What it waits for, while it does. */
    Optional<Waiting> waiting() {
        return history.waiting();
    }

    /** The same after a move. */
    Item moved(ItemState to, String why) {
        ItemMoves.require(state, to);
        return new Item(id, targetName, position, to, attempt, epoch, why, history.goesOn());
    }

    /** The same when it begins to wait. */
    Item waits(Waiting what) {
        ItemMoves.require(state, ItemState.WAITING);
        return new Item(id, targetName, position, ItemState.WAITING, attempt, epoch, "", history.waits(what));
    }

    /** The same when it starts for another time. */
    Item started(long inEpoch) {
        return started(inEpoch, Optional.empty());
    }

    /** The same when it starts for another time, with a limit. */
    Item started(long inEpoch, Optional<TimeLimit> limit) {
        ItemMoves.require(state, ItemState.RUNNING);
        return new Item(id, targetName, position, ItemState.RUNNING, attempt + 1, inEpoch, "", history.started(limit));
    }

    /** The same attempt, taken up in another epoch. */
    Item takenUp(long inEpoch) {
        ItemMoves.require(state, ItemState.RUNNING);
        return new Item(id, targetName, position, ItemState.RUNNING, attempt, inEpoch, "", history);
    }

    /** The same with more known of it. */
    Item with(ItemHistory known) {
        return new Item(id, targetName, position, state, attempt, epoch, reason, known);
    }
}
