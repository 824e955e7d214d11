package tako.server.projects.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.DocumentOrder;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Members;
import tako.server.resource.OneDefault;
import tako.server.resource.Permissions;
import tako.server.resource.Reference;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** The channels of projects. Exactly one channel of a project is its default. */
public final class Channels implements DocumentService<Channel> {
    /** The descriptor. */
    public static final Kind<Channel> KIND = Kind.of(Channel.class, "Channel", "Channels", "channel")
            .grants(new Grants("ProcessView", "ProcessEdit", "ProcessEdit", "ProcessEdit"))
            .owner(Channel::projectId)
            .order("sort, name_key, id_key")
            .references(channel -> Stream.concat(
                    Reference.from("ProjectId", "Projects", channel.projectId()),
                    Reference.from("LifecycleId", "Lifecycles", channel.lifecycleId())))
            .rules(draft -> problems(draft.after()))
            .completion((view, space, json) -> defaultFirst(json))
            .links(channel -> Map.of(
                    "Releases",
                            "{space}/projects/" + channel.projectId() + "/channels/" + channel.id()
                                    + "/releases{?skip,take,searchByVersion}",
                    "Project", "{space}/projects/" + channel.projectId()))
            .example(Map.of("Name", "Hotfix", "ProjectId", "Projects-1"))
            .build();

    private static final String ORDER = "SortOrder";

    private final Database database;
    private final Permissions permissions;
    private final Documents<Channel> documents;
    private final OneDefault<Channel> marked;

    public Channels(Engine engine) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = new Documents<>(KIND, engine);
        this.marked = new OneDefault<>(
                engine, documents, channel -> ListQuery.ofOwner(channel.value().projectId()));
    }

    /** The rows, for services that work in a transaction of their own. */
    public Documents<Channel> documents() {
        return documents;
    }

    /** The channels of a project, the default one first. */
    public List<Stored<Channel>> of(View view, String space, String project) {
        return documents.list(view, space, ListQuery.ofOwner(project)).items();
    }

    /** The default channel of a project. */
    public Stored<Channel> defaultOf(View view, String space, String project) {
        return of(view, space, project).stream()
                .filter(channel -> channel.value().isDefault())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Project " + project + " has no default channel"));
    }

    @Override
    public Kind<Channel> kind() {
        return KIND;
    }

    @Override
    public Slice<Stored<Channel>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<Channel> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    @Override
    public Stored<Channel> create(Principal principal, String space, ObjectNode body) {
        return marked.create(principal, space, body);
    }

    /** Replaces a channel. Making it the default moves that mark; taking the mark from the default channel is refused. */
    @Override
    public Stored<Channel> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        permissions.require(principal, KIND.grants().edit(), space);
        return database.write(tx -> {
            Stored<Channel> before = documents.require(tx, space, idOrSlug);
            if (Members.find(body, ORDER).isEmpty()) {
                body.put(ORDER, before.json().path(ORDER).asInt());
            }
            Stored<Channel> after = marked.replace(tx, principal, before, body);
            if (!after.value().projectId().equals(before.value().projectId())) {
                throw Problem.invalid(
                        "ProjectId: a channel stays with its project. Create a channel in the other one.");
            }
            return after;
        });
    }

    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        marked.delete(principal, space, idOrSlug);
    }

    /** The ids of a project's channels in their order, the default one first. */
    public List<String> order(Principal principal, String space, String project) {
        permissions.require(principal, KIND.grants().view(), space);
        return database.read(view -> ids(of(view, space, project)));
    }

    /**
     * Puts a project's channels in the order of the ids; the default one stays first, and those not named come last.
     *
     * @return the new order
     * @throws Problem 400 naming an id that is none of the project's channels
     */
    public List<String> arrange(Principal principal, String space, String project, List<String> ids) {
        permissions.require(principal, KIND.grants().edit(), space);
        return database.write(tx -> {
            String first = defaultOf(tx, space, project).id();
            List<String> order = Stream.concat(Stream.of(first), ids.stream()).toList();
            new DocumentOrder<>(documents).arrange(tx, principal, of(tx, space, project), order);
            return ids(of(tx, space, project));
        });
    }

    /** Whether a version would pass a rule. */
    public RuleTest.Answer test(Principal principal, String space, RuleTest question) {
        permissions.require(principal, KIND.grants().view(), space);
        return question.answer();
    }

    @Override
    public ObjectNode present(Stored<Channel> stored) {
        return documents.present(stored);
    }

    private static void defaultFirst(ObjectNode json) {
        boolean isDefault = json.path("IsDefault").asBoolean(false);
        json.put(ORDER, isDefault ? 0 : Math.max(1, json.path(ORDER).asInt(1)));
    }

    private static List<String> ids(List<Stored<Channel>> channels) {
        return channels.stream().map(Stored::id).toList();
    }

    private static List<String> problems(Channel channel) {
        var problems = new ArrayList<>(ChannelRules.problems(channel.rules()));
        if (channel.projectId().isBlank()) {
            problems.add("ProjectId: a channel belongs to a project. Send its id, e.g. \"Projects-1\".");
        }
        return problems;
    }
}
