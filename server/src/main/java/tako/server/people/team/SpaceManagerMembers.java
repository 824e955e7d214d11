package tako.server.people.team;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Stored;
import tako.server.settings.space.Space;
import tako.server.settings.space.Spaces;
import tools.jackson.databind.node.ObjectNode;

/** Clients read the members of a space's managers also from the space; both say the same. */
final class SpaceManagerMembers {
    private final Engine engine;
    private final Documents<Space> spaces;

    SpaceManagerMembers(Engine engine) {
        this.engine = engine;
        this.spaces = new Documents<>(Spaces.KIND, engine);
    }

    /** Says in the space who its managers are now, where the team is that of a space's managers. */
    void follow(Tx tx, Principal who, Team team) {
        if (team.id().equals(BuiltInTeam.managersOf(team.space()))) {
            List<String> members = team.memberUserIds();
            space(tx, team.space())
                    .filter(space -> !space.value().spaceManagersTeamMembers().equals(members))
                    .ifPresent(space -> save(tx, who, space, members));
        }
    }

    private Optional<Stored<Space>> space(Tx tx, String id) {
        return spaces.byId(tx, "", id);
    }

    private void save(Tx tx, Principal who, Stored<Space> space, List<String> members) {
        ObjectNode changed = space.json().deepCopy();
        changed.set("SpaceManagersTeamMembers", engine.mapper().valueToTree(members));
        spaces.replace(tx, who, space, changed);
    }
}
