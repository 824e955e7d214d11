package tako.server.delivery.run;

import java.util.List;

/** What happens next in a run. */
sealed interface Next {
    /** These moves, all of them. */
    record Act(List<Move> moves) implements Next {}

    /** Nothing, until something that runs has ended. */
    record Wait() implements Next {}

    /** Nothing, until what items wait for has happened: nothing runs. */
    record Park() implements Next {}

    /** Nothing ever. */
    record End(boolean failed) implements Next {}

    /** One move. */
    sealed interface Move {
        /**
         * A step's turn has come: what it does is to be fixed.
         *
         * @param failed whether something before it has failed
         */
        record Turn(PlannedStep step, boolean failed) implements Move {}

        /** An item starts. */
        record Start(Item item) implements Move {}

        /** An item does not run, for a reason. */
        record Skip(Item item, String reason) implements Move {}
    }
}
