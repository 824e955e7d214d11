package tako.server.delivery.interruption;

import static tako.server.delivery.interruption.InterruptionMoves.Mover.ENGINE;
import static tako.server.delivery.interruption.InterruptionMoves.Mover.PERSON;
import static tako.server.delivery.interruption.InterruptionState.ANSWERED;
import static tako.server.delivery.interruption.InterruptionState.EXPIRED;
import static tako.server.delivery.interruption.InterruptionState.PENDING;
import static tako.server.delivery.interruption.InterruptionState.WITHDRAWN;

import java.util.List;

/** The one table of allowed moves between the states of a question, and who may make them. A decision is never taken back. */
final class InterruptionMoves {
    /** Who moves a question. */
    enum Mover {
        /** The run that asked, or the end of its task. */
        ENGINE,
        /** Somebody who answered. */
        PERSON
    }

    /** One allowed move. */
    record Move(InterruptionState from, InterruptionState to, Mover mover, String why) {}

    /** All moves there are. */
    static final List<Move> ALLOWED = List.of(
            new Move(PENDING, ANSWERED, PERSON, "somebody proceeded or aborted"),
            new Move(PENDING, EXPIRED, ENGINE, "nobody answered in time"),
            new Move(PENDING, WITHDRAWN, ENGINE, "its task ended otherwise"));

    private InterruptionMoves() {}

    /** Whether the table has this move. */
    static boolean allowed(InterruptionState from, InterruptionState to, Mover mover) {
        return ALLOWED.stream().anyMatch(move -> move.from() == from && move.to() == to && move.mover() == mover);
    }

    /** The state from which one comes to another by this mover. @throws IllegalStateException if none does */
    static InterruptionState before(InterruptionState to, Mover mover) {
        return ALLOWED.stream()
                .filter(move -> move.to() == to && move.mover() == mover)
                .map(Move::from)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The " + mover + " may not move a question to " + to));
    }
}
