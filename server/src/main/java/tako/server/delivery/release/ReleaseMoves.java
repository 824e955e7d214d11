package tako.server.delivery.release;

import static tako.server.delivery.release.ReleaseState.BLOCKED;
import static tako.server.delivery.release.ReleaseState.DELETED;
import static tako.server.delivery.release.ReleaseState.OPEN;

import java.util.List;

/** The one table of allowed moves between the states of a release, each with the permission that it needs. */
final class ReleaseMoves {
    /** One allowed move. */
    record Move(ReleaseState from, ReleaseState to, String permission, String why) {}

    /** All moves there are. */
    static final List<Move> ALLOWED = List.of(
            new Move(OPEN, BLOCKED, "DefectReport", "a defect was reported"),
            new Move(BLOCKED, OPEN, "DefectResolve", "its defect was resolved"),
            new Move(OPEN, DELETED, "ReleaseDelete", "it was deleted, its deployments having ended"),
            new Move(BLOCKED, DELETED, "ReleaseDelete", "it was deleted, its deployments having ended"));

    private ReleaseMoves() {}

    /** Whether the table has this move. */
    static boolean allowed(ReleaseState from, ReleaseState to) {
        return ALLOWED.stream().anyMatch(move -> move.from() == from && move.to() == to);
    }
}
