package tako.server.infrastructure.health;

import tako.server.settings.space.SpaceContents;

/** What health checks keep of a space. Goes before its tasks and its documents. */
public final class SpaceHealth {
    private SpaceHealth() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                "delete from health_target where task in (select id from task where space_id = :space)",
                "delete from machine_check where machine in (select id_key from machine where space_id = :space)");
    }
}
