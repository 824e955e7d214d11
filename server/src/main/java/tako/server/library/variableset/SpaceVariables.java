package tako.server.library.variableset;

import tako.server.settings.space.SpaceContents;

/** The variable sets of a space, with their variables and what those point at. */
public final class SpaceVariables {
    private SpaceVariables() {}

    /** What goes with the space. */
    public static SpaceContents contents() {
        return SpaceContents.rows(
                "delete from reference where source in (select lower(id) from variable_set where space_id = :space)",
                "delete from variable_version where owner_key in (select owner_key from variable_set where space_id = :space)",
                "delete from variable_set_version where owner_key in (select owner_key from variable_set where space_id = :space)",
                "delete from variable where owner_key in (select owner_key from variable_set where space_id = :space)",
                "delete from variable_set where space_id = :space");
    }
}
