package tako.server.delivery.deployment;

import tako.platform.database.Tx;
import tako.server.delivery.release.Delivery;

/** What mirrors deployments, in the transaction of what it mirrors; read models provide it. */
@FunctionalInterface
public interface DeploymentMirror {
    /** A deployment was queued, has ended, had its end changed by a person, or was removed. */
    void changed(Tx tx, Delivery delivery);
}
