package tako.server.people.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.people.user.Users;
import tako.server.resource.Documents;
import tako.server.resource.Draft;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Reference;
import tako.server.resource.Scoping;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tako.server.settings.space.Space;
import tako.server.settings.space.SpaceChoice;
import tako.server.settings.space.SpaceManagers;
import tako.server.settings.space.Spaces;
import tools.jackson.databind.node.ObjectNode;

/** Teams, of the system and of spaces, as they are read and as spaces make them; {@link TeamEditing} changes them for clients. */
public final class Teams implements SpaceManagers {
    /** The dimension by which teams are found by their members. */
    public static final String MEMBER = "member";

    private static final String SPACE = "space";
    private static final String SYSTEM = "system";
    private static final String LEVEL = "level";

    /** The descriptor. Names are unique among the teams of a space and among those of the system. */
    public static final Kind<Team> KIND = Kind.of(Team.class, "Team", "Teams", "team")
            .system()
            .owner(Team::space)
            .references(team -> Reference.from("MemberUserIds", Users.KIND.idPrefix(), team.memberUserIds()))
            .scopings(Teams::scopings)
            .rules(Teams::problems)
            .links(team -> Map.of("ScopedUserRoles", "{self}/scopeduserroles{?skip,take}"))
            .example(Map.of("Name", "Approvers"))
            .build();

    private final Engine engine;
    private final Documents<Team> documents;
    private final Documents<Space> spaces;

    public Teams(Engine engine) {
        this.engine = engine;
        this.documents = new Documents<>(KIND, engine);
        this.spaces = new Documents<>(Spaces.KIND, engine);
    }

    /** The rows, for services that work in a transaction of their own. */
    public Documents<Team> documents() {
        return documents;
    }

    /**
     * Some teams of the chosen spaces and of the system.
     *
     * @param space the space of the request, "" for all
     */
    public Slice<Stored<Team>> list(Principal principal, String space, SpaceChoice choice, ListQuery query) {
        engine.permissions().require(principal, KIND.grants().view(), space);
        return engine.database().read(view -> documents.list(view, "", chosen(choice, query)));
    }

    /** A team by id or slug. */
    public Stored<Team> get(Principal principal, String space, String idOrSlug) {
        engine.permissions().require(principal, KIND.grants().view(), space);
        return engine.database()
                .read(view -> documents.find(view, "", idOrSlug))
                .filter(team -> space.isEmpty()
                        || team.value().space().isEmpty()
                        || team.value().space().equals(space))
                .orElseThrow(() -> Problem.notFound(idOrSlug));
    }

    /** The teams a user is in, "Everyone" among them. */
    public List<Stored<Team>> of(View view, String userId, SpaceChoice choice) {
        var query = ListQuery.ALL.withScope(MEMBER, List.of(userId));
        var teams =
                new ArrayList<>(documents.list(view, "", chosen(choice, query)).items());
        if (choice.system()) {
            documents.byId(view, "", BuiltInTeam.EVERYONE.id()).ifPresent(teams::add);
        }
        return teams;
    }

    /** Makes the built-in teams of an installation that has none yet. */
    public void createBuiltIn(Tx tx, Principal who) {
        for (BuiltInTeam team : BuiltInTeam.values()) {
            if (documents.byId(tx, "", team.id()).isEmpty()) {
                documents.insert(tx, who, "", team.id(), documents.json(team.team()));
            }
        }
    }

    /** Adds a user to a team. */
    public void addMember(Tx tx, Principal who, String teamId, String userId) {
        Stored<Team> team = documents.require(tx, "", teamId);
        var members = new ArrayList<>(team.value().memberUserIds());
        if (members.stream().noneMatch(userId::equalsIgnoreCase)) {
            members.add(userId);
            saveMembers(tx, who, team, members);
        }
    }

    @Override
    public String create(Tx tx, Principal who, String space, List<String> members) {
        ObjectNode team = documents.json(BuiltInTeam.managersOf(space, members));
        return documents
                .insert(tx, who, "", BuiltInTeam.managersOf(space), team)
                .id();
    }

    @Override
    public void replaceMembers(Tx tx, Principal who, String space, List<String> members) {
        documents
                .byId(tx, "", BuiltInTeam.managersOf(space))
                .filter(team -> !team.value().memberUserIds().equals(members))
                .ifPresent(team -> saveMembers(tx, who, team, members));
    }

    /** The team of its managers, and every other team of the space. */
    @Override
    public void delete(Tx tx, Principal who, String space) {
        documents.list(tx, "", ListQuery.ofOwner(space)).items().forEach(team -> documents.remove(tx, who, team));
    }

    /** The id of a space by id or slug. */
    Optional<String> space(View view, String idOrSlug) {
        return spaces.find(view, "", idOrSlug).map(Stored::id);
    }

    /** Teams as clients read them. */
    public List<ObjectNode> present(List<Stored<Team>> stored) {
        return stored.stream().map(documents::present).toList();
    }

    /** Gives a team other members. */
    Stored<Team> saveMembers(Tx tx, Principal who, Stored<Team> team, List<String> members) {
        ObjectNode changed = team.json().deepCopy();
        changed.set("MemberUserIds", engine.mapper().valueToTree(members));
        return documents.replace(tx, who, team, changed);
    }

    private static List<String> problems(Draft<Team> draft) {
        return Stream.concat(
                        draft.before().map(before -> TeamRules.changeProblems(before, draft.after())).stream()
                                .flatMap(List::stream),
                        Administrators.problem(draft).stream())
                .toList();
    }

    private static Stream<Scoping> scopings(Team team) {
        boolean system = team.space().isEmpty();
        return Stream.concat(
                team.memberUserIds().stream().map(user -> new Scoping(MEMBER, user)),
                Stream.of(
                        new Scoping(SPACE, system ? SYSTEM : team.space()),
                        new Scoping(LEVEL, system ? SYSTEM : SPACE)));
    }

    private static ListQuery chosen(SpaceChoice choice, ListQuery query) {
        if (choice.spaces().isEmpty()) {
            return choice.system() ? query : query.withScope(LEVEL, List.of(SPACE));
        }
        var spaces = new ArrayList<>(choice.spaces());
        if (choice.system()) {
            spaces.add(SYSTEM);
        }
        return query.withScope(SPACE, spaces);
    }
}
