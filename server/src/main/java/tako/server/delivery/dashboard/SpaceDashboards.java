package tako.server.delivery.dashboard;

import tako.server.settings.space.SpaceContents;

/** What stands where in a space, and what its dashboard shows. */
public final class SpaceDashboards {
    private SpaceDashboards() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                "delete from current_delivery where space_id = :space",
                "delete from dashboard_configuration where space_id = :space");
    }
}
