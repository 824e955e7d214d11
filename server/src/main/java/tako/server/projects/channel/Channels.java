package tako.server.projects.channel;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.Grants;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
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
            .rules(draft -> draft.after().projectId().isBlank()
                    ? List.of("ProjectId: a channel belongs to a project. Send its id, e.g. \"Projects-1\".")
                    : List.of())
            .completion((view, space, json) ->
                    json.put("SortOrder", json.path("IsDefault").asBoolean(false) ? 0 : 1))
            .links(channel -> Map.of(
                    "Releases",
                            "{space}/projects/" + channel.projectId() + "/channels/" + channel.id()
                                    + "/releases{?skip,take,searchByVersion}",
                    "Project", "{space}/projects/" + channel.projectId()))
            .example(Map.of("Name", "Hotfix", "ProjectId", "Projects-1"))
            .build();

    private final Database database;
    private final Permissions permissions;
    private final Documents<Channel> documents;

    public Channels(Engine engine) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = new Documents<>(KIND, engine);
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
        permissions.require(principal, KIND.grants().create(), space);
        return database.write(tx -> {
            Stored<Channel> created = documents.insert(tx, principal, space, body);
            if (created.value().isDefault()) {
                demoteOthers(tx, principal, created);
            }
            return created;
        });
    }

    /** Replaces a channel. Making it the default moves that mark; taking the mark from the default channel is refused. */
    @Override
    public Stored<Channel> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        permissions.require(principal, KIND.grants().edit(), space);
        return database.write(tx -> {
            Stored<Channel> before = documents.require(tx, space, idOrSlug);
            Stored<Channel> after = documents.replace(tx, principal, before, body);
            if (!after.value().projectId().equals(before.value().projectId())) {
                throw Problem.invalid(
                        "ProjectId: a channel stays with its project. Create a channel in the other one.");
            }
            if (before.value().isDefault() && !after.value().isDefault()) {
                throw Problem.invalid(
                        "IsDefault: a project always has a default channel. Make another channel the default instead.");
            }
            if (after.value().isDefault()) {
                demoteOthers(tx, principal, after);
            }
            return after;
        });
    }

    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        permissions.require(principal, KIND.grants().delete(), space);
        database.change(tx -> {
            Stored<Channel> channel = documents.require(tx, space, idOrSlug);
            if (channel.value().isDefault()) {
                throw Problem.invalid("Channel '" + channel.value().name()
                        + "' is its project's default and cannot be deleted. Make another channel the default first.");
            }
            documents.remove(tx, principal, channel);
        });
    }

    @Override
    public ObjectNode present(Stored<Channel> stored) {
        return documents.present(stored);
    }

    private void demoteOthers(Tx tx, Principal principal, Stored<Channel> chosen) {
        of(tx, chosen.space(), chosen.value().projectId()).stream()
                .filter(channel -> channel.value().isDefault() && !channel.id().equals(chosen.id()))
                .forEach(channel -> {
                    ObjectNode demoted = channel.json().deepCopy();
                    demoted.put("IsDefault", false);
                    documents.replace(tx, principal, channel, demoted);
                });
    }
}
