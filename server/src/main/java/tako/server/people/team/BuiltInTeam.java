package tako.server.people.team;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The teams that are there from the start. Names and ids are those that clients know. */
public enum BuiltInTeam {
    /** May do everything. */
    ADMINISTRATORS(
            "teams-administrators",
            "Octopus Administrators",
            "May do everything in every space, and set up the server.",
            false,
            true),
    /** Look after the system without being in every space. */
    MANAGERS("teams-managers", "Octopus Managers", "Look after users, teams and spaces.", true, true),
    /** Every user. */
    EVERYONE("teams-everyone", "Everyone", "Every user of this server.", true, false);

    private final String id;
    private final String label;
    private final String description;
    private final boolean rolesChange;
    private final boolean membersChange;

    BuiltInTeam(String id, String label, String description, boolean rolesChange, boolean membersChange) {
        this.id = id;
        this.label = label;
        this.description = description;
        this.rolesChange = rolesChange;
        this.membersChange = membersChange;
    }

    /** Its id. */
    public String id() {
        return id;
    }

    /** It, without members. */
    Team team() {
        return builtIn(id, label, description, null, new Changes(rolesChange, membersChange), List.of());
    }

    /** The id of the team that manages a space. */
    static String managersOf(String space) {
        return "teams-spacemanagers-" + space;
    }

    /** The team that manages a space. */
    static Team managersOf(String space, List<String> members) {
        return builtIn(
                managersOf(space), "Space Managers", "Manage this space.", space, new Changes(false, true), members);
    }

    private record Changes(boolean roles, boolean members) {}

    private static Team builtIn(
            String id, String name, String description, @Nullable String space, Changes changes, List<String> members) {
        return new Team(
                id,
                name,
                "",
                description,
                space,
                members,
                List.of(),
                false,
                false,
                changes.roles(),
                changes.members(),
                Map.of());
    }
}
