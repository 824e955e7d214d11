package tako.server.people.team;

import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Grants;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes teams for clients. A team belongs to the space in which it was made, or to the system; the permission is asked for there.
 * What may be changed of a team is the server's to say: what clients send of {@code CanBeDeleted} and its like is ignored.
 */
public final class TeamEditing {
    private static final Grants GRANTS = Teams.KIND.grants();
    private static final String SPACE_ID = "SpaceId";

    private final Engine engine;
    private final Teams teams;
    private final Documents<Team> documents;
    private final SpaceManagerMembers managers;

    public TeamEditing(Engine engine, Teams teams) {
        this.engine = engine;
        this.teams = teams;
        this.documents = teams.documents();
        this.managers = new SpaceManagerMembers(engine);
    }

    /**
     * Makes a team.
     *
     * @param space the space of the address, "" for none; then {@code SpaceId} of the body says which, and nothing for the system
     * @throws Problem 400 with the broken rules, 403
     */
    public Stored<Team> create(Principal who, String space, ObjectNode body) {
        Team asked = engine.mapper().treeToValue(body, Team.class);
        String level = level(space, asked);
        engine.permissions().require(who, GRANTS.create(), level);
        ObjectNode json = allowing(documents.json(asked), Team.OWN);
        putSpace(json, level);
        return engine.database().write(tx -> documents.insert(tx, who, "", json.deepCopy()));
    }

    /**
     * Replaces a team.
     *
     * @throws Problem 400 with the broken rules, 403, 404
     */
    public Stored<Team> update(Principal who, String space, String idOrSlug, ObjectNode body) {
        Stored<Team> seen = teams.get(who, space, idOrSlug);
        engine.permissions().require(who, GRANTS.edit(), seen.value().space());
        Team asked = engine.mapper().treeToValue(body, Team.class);
        refuse(TeamRules.moveProblem(seen.value(), asked));
        ObjectNode json = documents.json(asked);
        return engine.database().write(tx -> replace(tx, who, documents.require(tx, "", seen.id()), json.deepCopy()));
    }

    /**
     * Deletes a team. A step that names it goes on naming it, as one whose team is gone.
     *
     * @throws Problem 400 for a built-in team and for one that manages a space, 403, 404
     */
    public void delete(Principal who, String space, String idOrSlug) {
        Stored<Team> seen = teams.get(who, space, idOrSlug);
        engine.permissions().require(who, GRANTS.delete(), seen.value().space());
        refuse(TeamRules.deletionProblem(seen.value()));
        engine.database().change(tx -> documents.remove(tx, who, documents.require(tx, "", seen.id())));
    }

    private Stored<Team> replace(Tx tx, Principal who, Stored<Team> before, ObjectNode json) {
        Team team = before.value();
        allowing(json, team.allowed());
        putSpace(json, team.space());
        if (!team.canBeRenamed()) {
            json.put("Slug", team.slug());
        }
        Stored<Team> after = documents.replace(tx, who, before, json);
        managers.follow(tx, who, after.value());
        return after;
    }

    /** @throws Problem 400 for a space that is not there, or not that of the address */
    private String level(String space, Team asked) {
        if (asked.space().isEmpty() || asked.space().equalsIgnoreCase(space)) {
            return space;
        }
        if (!space.isEmpty()) {
            throw Problem.invalid("SpaceId: this address makes teams of " + space + ", not of " + asked.space()
                    + ". Use the address without a space, or leave SpaceId out.");
        }
        return engine.database()
                .read(view -> teams.space(view, asked.space()))
                .orElseThrow(() -> Problem.invalid("SpaceId: '" + asked.space() + "' does not exist."
                        + " Choose an existing space, or null for a team of the system."));
    }

    private static ObjectNode allowing(ObjectNode json, Team.Allowed allowed) {
        return json.put("CanBeDeleted", allowed.deleting())
                .put("CanBeRenamed", allowed.renaming())
                .put("CanChangeRoles", allowed.roles())
                .put("CanChangeMembers", allowed.members());
    }

    private static void putSpace(ObjectNode json, String space) {
        if (space.isEmpty()) {
            json.putNull(SPACE_ID);
        } else {
            json.put(SPACE_ID, space);
        }
    }

    private static void refuse(Optional<String> problem) {
        problem.ifPresent(sentence -> {
            throw Problem.invalid(sentence);
        });
    }
}
