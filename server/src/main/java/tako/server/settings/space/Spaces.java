package tako.server.settings.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Reference;
import tako.server.resource.Slice;
import tako.server.resource.SpaceDefaults;
import tako.server.resource.Stored;
import tako.server.settings.server.SystemUser;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spaces. A new one gets its managers' team and what each feature gives a space at its birth; once its task queue is stopped and
 * its tasks have ended it can be deleted, with everything in it.
 */
public final class Spaces implements DocumentService<Space> {
    /** The id of the default space, which clients and people know. */
    public static final String DEFAULT = "Spaces-1";

    /** The descriptor. The link to its root is no template: a client would fill it with the wrong parameter. */
    public static final Kind<Space> KIND = Kind.of(Space.class, "Space", "Spaces", "space")
            .system()
            .names(new Kind.Names(50, true, true))
            .references(space -> Stream.concat(
                    Reference.from("SpaceManagersTeams", space.spaceManagersTeams()),
                    Reference.from("SpaceManagersTeamMembers", space.spaceManagersTeamMembers())))
            .links(space -> Map.of(
                    "SpaceHome",
                    "/api/" + space.id(),
                    "Web",
                    "/app#/" + space.id(),
                    "Logo",
                    "{self}/logo",
                    "Search",
                    "{self}/search{?keyword}"))
            .example(Map.of("Name", "Web shop", "SpaceManagersTeams", List.of("teams-administrators")))
            .build();

    private final Engine engine;
    private final Documents<Space> documents;
    private final SpaceManagers managers;
    private final List<SpaceDefaults> defaults;
    private final List<SpaceContents> contents;

    /**
     * @param defaults what a new space is born with, in the order in which it is made
     * @param contents what features keep of a space, in the order in which it is deleted
     */
    public Spaces(Engine engine, SpaceManagers managers, List<SpaceDefaults> defaults, List<SpaceContents> contents) {
        this.engine = engine;
        this.documents = new Documents<>(KIND, engine);
        this.managers = managers;
        this.defaults = List.copyOf(defaults);
        this.contents = List.copyOf(contents);
    }

    @Override
    public Kind<Space> kind() {
        return KIND;
    }

    /** The rows, for services that work in a transaction of their own. */
    public Documents<Space> documents() {
        return documents;
    }

    @Override
    public Slice<Stored<Space>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<Space> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    @Override
    public Stored<Space> create(Principal principal, String space, ObjectNode body) {
        engine.permissions().require(principal, KIND.grants().create(), "");
        Space asked = engine.mapper().treeToValue(body, Space.class);
        SpaceRules.creation(asked).ifPresent(problem -> {
            throw Problem.invalid(problem);
        });
        ObjectNode json = documents.json(asked);
        json.put("IsDefault", false);
        return engine.database().write(tx -> insert(tx, principal, asked, json.deepCopy()));
    }

    /** Makes the default space, {@code Spaces-1}, of an installation that has no spaces yet. */
    public void createDefault() {
        engine.database().change(tx -> {
            if (documents.list(tx, "", ListQuery.ALL).total() == 0) {
                Space space = Space.named("Default", true);
                insert(tx, SystemUser.PRINCIPAL, space, documents.json(space));
            }
        });
    }

    @Override
    public Stored<Space> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        engine.permissions().require(principal, KIND.grants().edit(), "");
        Space asked = engine.mapper().treeToValue(body, Space.class);
        return engine.database().write(tx -> {
            Stored<Space> before = documents.require(tx, "", idOrSlug);
            ObjectNode json = documents.json(asked);
            json.put("IsDefault", before.value().isDefault());
            json.set("SpaceManagersTeams", engine.mapper().valueToTree(withOwnTeam(before, asked)));
            managers.replaceMembers(tx, principal, before.id(), asked.spaceManagersTeamMembers());
            return documents.replace(tx, principal, before, json);
        });
    }

    /** Whether the tasks of a space wait; nobody deploys in it then. */
    public boolean taskQueueStopped(View view, String space) {
        return documents
                .byId(view, "", space)
                .map(stored -> stored.value().taskQueueStopped())
                .orElse(false);
    }

    /** Deletes a space and everything in it. Its events stay. @throws Problem 400 while its tasks may run, and for the default space */
    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        engine.permissions().require(principal, KIND.grants().delete(), "");
        engine.database().change(tx -> {
            Stored<Space> stored = documents.require(tx, "", idOrSlug);
            SpaceRules.deletion(stored.value()).ifPresent(problem -> {
                throw Problem.invalid(problem);
            });
            refuseObstacles(tx, stored.id());
            contents.forEach(feature -> feature.clear(tx, stored.id()));
            documents.remove(tx, principal, stored);
            managers.delete(tx, principal, stored.id());
        });
    }

    private void refuseObstacles(View view, String space) {
        List<String> obstacles = contents.stream()
                .flatMap(feature -> feature.obstacles(view, space).stream())
                .toList();
        if (!obstacles.isEmpty()) {
            throw Problem.invalid(obstacles);
        }
    }

    @Override
    public ObjectNode present(Stored<Space> stored) {
        return documents.present(stored);
    }

    /** Every space, by name. */
    public List<Stored<Space>> all(View view) {
        return documents.all(view, "");
    }

    private Stored<Space> insert(Tx tx, Principal who, Space asked, ObjectNode json) {
        String id = KIND.idPrefix() + "-" + tx.next(KIND.idPrefix());
        var teams = new ArrayList<>(asked.spaceManagersTeams());
        teams.add(managers.create(tx, who, id, asked.spaceManagersTeamMembers()));
        json.set("SpaceManagersTeams", engine.mapper().valueToTree(teams));
        Stored<Space> stored = documents.insert(tx, who, "", id, json);
        defaults.forEach(feature -> feature.fill(tx, who, id));
        return stored;
    }

    /** The team made for a space always manages it, also when a client leaves it out. */
    private static List<String> withOwnTeam(Stored<Space> before, Space asked) {
        Optional<String> own = before.value().spaceManagersTeams().stream()
                .filter(team -> team.equalsIgnoreCase("teams-spacemanagers-" + before.id()))
                .findFirst();
        return Stream.concat(asked.spaceManagersTeams().stream(), own.stream())
                .distinct()
                .toList();
    }
}
