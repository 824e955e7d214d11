package tako.server.projects.project;

import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.Channels;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.resource.DocumentService;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.IdMap;
import tako.server.resource.Kind;
import tako.server.resource.ListQuery;
import tako.server.resource.Members;
import tako.server.resource.Permissions;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Projects: each is made with its default channel, an empty process and no variables yet, in one transaction, and deleted with them. */
public final class Projects implements DocumentService<Project> {
    private final Database database;
    private final Permissions permissions;
    private final Documents<Project> documents;
    private final Channels channels;
    private final DeploymentProcesses processes;
    private final VariableSets variables;
    private final ProjectFollowers followers;

    /** @param followers removes what was made of a project that is deleted */
    public Projects(
            Engine engine,
            Channels channels,
            DeploymentProcesses processes,
            VariableSets variables,
            ProjectFollowers followers) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = new Documents<>(ProjectKind.KIND, engine);
        this.channels = channels;
        this.processes = processes;
        this.variables = variables;
        this.followers = followers;
    }

    /** The rows, for services that work in a transaction of their own. */
    public Documents<Project> documents() {
        return documents;
    }

    @Override
    public Kind<Project> kind() {
        return ProjectKind.KIND;
    }

    @Override
    public Slice<Stored<Project>> list(Principal principal, String space, ListQuery query) {
        return documents.list(principal, space, query);
    }

    @Override
    public Stored<Project> get(Principal principal, String space, String idOrSlug) {
        return documents.get(principal, space, idOrSlug);
    }

    @Override
    public Stored<Project> create(Principal principal, String space, ObjectNode body) {
        permissions.require(principal, kind().grants().create(), space);
        return database.write(tx -> {
            Stored<Project> project = documents.insert(tx, principal, space, body);
            channels.documents().insert(tx, principal, space, defaultChannel(project));
            processes.create(tx, principal, space, project.id());
            variables.create(tx, principal, space, project.id());
            return project;
        });
    }

    /**
     * Creates a project with the settings, channels, process and variables of another. What the client sends goes before the
     * settings of the other; releases are not copied.
     *
     * @throws Problem 404 when there is no such project
     */
    public Stored<Project> copy(Principal principal, String space, String source, ObjectNode body) {
        List.of(kind().grants().create(), kind().grants().view(), "ProcessView", "VariableView")
                .forEach(permission -> permissions.require(principal, permission, space));
        return database.write(tx -> {
            Stored<Project> original = documents.require(tx, space, source);
            Stored<Project> copy = documents.insert(tx, principal, space, outline(original, body));
            IdMap copies = copyChannels(tx, principal, original, copy);
            processes.copy(tx, principal, processes.of(tx, space, original.id()), copy.id(), copies);
            variables.copy(tx, principal, variables.of(tx, space, original.id()), copy.id(), copies);
            return copy;
        });
    }

    @Override
    public Stored<Project> update(Principal principal, String space, String idOrSlug, ObjectNode body) {
        return documents.update(principal, space, idOrSlug, body);
    }

    /**
     * Deletes a project with its releases and their deployments, channels, process and variables.
     *
     * @throws Problem 400 while a task of it has not ended, and naming what else points at it
     */
    @Override
    public void delete(Principal principal, String space, String idOrSlug) {
        permissions.require(principal, kind().grants().delete(), space);
        database.change(tx -> {
            Stored<Project> project = documents.require(tx, space, idOrSlug);
            followers.removing(tx, principal, project);
            removeParts(tx, principal, project);
            documents.remove(tx, principal, project);
        });
    }

    /** Whether a project has anything to do. */
    public record Summary(boolean hasDeploymentProcess, boolean hasRunbooks) {}

    /** Whether a project has steps. Runbooks there are none. */
    public Summary summary(Principal principal, String space, String idOrSlug) {
        permissions.require(principal, kind().grants().view(), space);
        return database.read(view -> {
            String project = documents.require(view, space, idOrSlug).id();
            boolean hasSteps =
                    !processes.of(view, space, project).value().steps().isEmpty();
            return new Summary(hasSteps, false);
        });
    }

    @Override
    public ObjectNode present(Stored<Project> stored) {
        return documents.present(stored);
    }

    private static ObjectNode outline(Stored<Project> original, ObjectNode body) {
        ObjectNode outline = original.json().deepCopy();
        outline.remove(List.of("Name", "Slug"));
        body.properties().forEach(member -> {
            Members.remove(outline, member.getKey());
            outline.set(member.getKey(), member.getValue());
        });
        outline.put("ClonedFromProjectId", original.id());
        return outline;
    }

    private IdMap copyChannels(Tx tx, Principal principal, Stored<Project> original, Stored<Project> copy) {
        var copies = new IdMap();
        copies.put(original.id(), copy.id());
        for (Stored<Channel> channel : channels.of(tx, original.space(), original.id())) {
            ObjectNode json = channel.json().deepCopy();
            json.put("ProjectId", copy.id());
            copies.put(
                    channel.id(),
                    channels.documents()
                            .insert(tx, principal, copy.space(), json)
                            .id());
        }
        return copies;
    }

    /** Variables first: they may be scoped to the project's channels. */
    private void removeParts(Tx tx, Principal principal, Stored<Project> project) {
        variables.remove(tx, project.id());
        processes.remove(tx, project.id());
        channels.of(tx, project.space(), project.id())
                .forEach(channel -> channels.documents().remove(tx, principal, channel));
    }

    private ObjectNode defaultChannel(Stored<Project> project) {
        ObjectNode channel = project.json().objectNode();
        channel.put("Name", "Default");
        channel.put("ProjectId", project.id());
        channel.put("IsDefault", true);
        return channel;
    }
}
