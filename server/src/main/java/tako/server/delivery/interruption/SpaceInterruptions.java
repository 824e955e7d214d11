package tako.server.delivery.interruption;

import tako.server.settings.space.SpaceContents;

/** The questions of a space. */
public final class SpaceInterruptions {
    private SpaceInterruptions() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                part("interruption_team"),
                part("interruption_regards"),
                "delete from interruption where space_id = :space");
    }

    private static String part(String table) {
        return "delete from " + table + " where interruption in (select id from interruption where space_id = :space)";
    }
}
