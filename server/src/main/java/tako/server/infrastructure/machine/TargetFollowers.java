package tako.server.infrastructure.machine;

import tako.platform.database.Tx;
import tako.server.resource.Stored;

/** What happens with targets in the transaction of their change: health checks, which know targets, provide it. */
public interface TargetFollowers {
    /** Nobody: targets are stored and never checked. */
    TargetFollowers NONE = new TargetFollowers() {
        @Override
        public void checkWanted(Tx tx, Stored<Machine> target) {}

        @Override
        public void deleted(Tx tx, Stored<Machine> target) {}
    };

    /** How a target is has to be found out: it is new, is reached in another way, or takes part again. */
    void checkWanted(Tx tx, Stored<Machine> target);

    /** A target was deleted. */
    void deleted(Tx tx, Stored<Machine> target);
}
