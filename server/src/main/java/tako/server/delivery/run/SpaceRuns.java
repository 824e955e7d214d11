package tako.server.delivery.run;

import tako.server.settings.space.SpaceContents;

/** The runs of a space, with their items, outputs and kept files; what files hold stays with the blobs. */
public final class SpaceRuns {
    private SpaceRuns() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                deletion("run_output"),
                deletion("run_item"),
                deletion("run_step"),
                deletion("artifact"),
                deletion("run"));
    }

    private static String deletion(String table) {
        return "delete from " + table + " where task in (select id from task where space_id = :space)";
    }
}
