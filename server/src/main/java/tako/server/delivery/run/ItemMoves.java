package tako.server.delivery.run;

import static tako.server.delivery.run.ItemState.CANCELED;
import static tako.server.delivery.run.ItemState.FAILED;
import static tako.server.delivery.run.ItemState.PENDING;
import static tako.server.delivery.run.ItemState.RUNNING;
import static tako.server.delivery.run.ItemState.SKIPPED;
import static tako.server.delivery.run.ItemState.SUCCEEDED;
import static tako.server.delivery.run.ItemState.WAITING;

import java.util.List;

/** The one table of allowed moves between the states of a work item. */
final class ItemMoves {
    /** One allowed move. */
    record Move(ItemState from, ItemState to, String why) {}

    /** All moves there are. */
    static final List<Move> ALLOWED = List.of(
            new Move(PENDING, RUNNING, "its turn came"),
            new Move(PENDING, SKIPPED, "its condition said no, or what it builds on failed"),
            new Move(PENDING, CANCELED, "the run ended before its turn came"),
            new Move(RUNNING, SUCCEEDED, "it worked"),
            new Move(RUNNING, FAILED, "it failed, or was interrupted and cannot be run again"),
            new Move(RUNNING, CANCELED, "the run was cancelled"),
            new Move(RUNNING, PENDING, "it was interrupted, and running it again does no harm"),
            new Move(RUNNING, RUNNING, "it was interrupted, and its execution may still be found"),
            new Move(RUNNING, WAITING, "it waits for an answer, another task, or the time of its next attempt"),
            new Move(WAITING, SUCCEEDED, "what it waited for happened, and lets the run go on"),
            new Move(WAITING, FAILED, "what it waited for happened, and does not"),
            new Move(WAITING, CANCELED, "the run was cancelled while it waited"),
            new Move(WAITING, PENDING, "the time of its next attempt has come"));

    private ItemMoves() {}

    /** Whether the table has this move. */
    static boolean allowed(ItemState from, ItemState to) {
        return ALLOWED.stream().anyMatch(move -> move.from() == from && move.to() == to);
    }

    static void require(ItemState from, ItemState to) {
        if (!allowed(from, to)) {
            throw new IllegalStateException("A work item may not move from " + from + " to " + to);
        }
    }
}
