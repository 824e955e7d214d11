package tako.server.projects.process;

import tako.server.settings.space.SpaceContents;

/** The processes of a space, with what they point at. */
public final class SpaceProcesses {
    private SpaceProcesses() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                "delete from reference where source in (select 'deploymentprocess-' || project_id from deployment_process"
                        + " where space_id = :space)",
                "delete from deployment_process where space_id = :space");
    }
}
