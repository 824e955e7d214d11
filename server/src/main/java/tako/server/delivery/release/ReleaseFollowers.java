package tako.server.delivery.release;

import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Stored;

/** What happens with a release in the transaction of its creation, release from a block, or deletion: deployments, which know releases, provide it. */
public interface ReleaseFollowers {
    /** Does what a new release causes. */
    void created(Tx tx, Principal who, Stored<Release> release);

    /** Does what was due while a release was blocked. */
    void unblocked(Tx tx, Principal who, Stored<Release> release);

    /**
     * Removes what belongs to a release that is about to be deleted.
     *
     * @throws tako.platform.http.Problem 400 when that cannot be removed now
     */
    void removing(Tx tx, Principal who, Stored<Release> release);
}
