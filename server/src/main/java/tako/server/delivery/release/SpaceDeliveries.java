package tako.server.delivery.release;

import tako.server.settings.space.SpaceContents;

/** Where releases of a space went, and why they are blocked. */
public final class SpaceDeliveries {
    private SpaceDeliveries() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                "delete from delivery where space_id = :space", "delete from defect where space_id = :space");
    }
}
