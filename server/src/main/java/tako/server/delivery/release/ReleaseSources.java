package tako.server.delivery.release;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.library.packages.PackageVersions;
import tako.server.library.variableset.VariableScope;
import tako.server.library.variableset.VariableSets;
import tako.server.projects.channel.Channel;
import tako.server.projects.channel.Channels;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.DeploymentProcesses;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.PropertyValue;
import tako.server.resource.Snapshots;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;

/** What releases are made of: projects, their channels, processes, variables and packages, and the frozen copies of those. */
public record ReleaseSources(
        Documents<Project> projects,
        Channels channels,
        DeploymentProcesses processes,
        VariableSets variables,
        PackageVersions packages,
        Snapshots snapshots,
        JsonMapper mapper) {

    /** A project by id, slug or name. @throws Problem 404 */
    public Stored<Project> project(View view, String space, String text) {
        return projects.named(view, space, text).orElseThrow(() -> Problem.notFound(text));
    }

    /** A project that a client names in a body. @throws Problem 400 naming what was not found */
    public Stored<Project> namedProject(View view, String space, String text) {
        return projects.named(view, space, text)
                .orElseThrow(() -> Problem.invalid("There is no project '" + text
                        + "' in this space. Send the id, name or slug of one, for example \"Projects-1\"."));
    }

    /** A channel of a project by id, slug or name, or its default one. @throws Problem 400 naming what was not found */
    Stored<Channel> channel(View view, Stored<Project> project, Optional<String> text) {
        if (text.isEmpty()) {
            return channels.defaultOf(view, project.space(), project.id());
        }
        return findChannel(view, project, text.get())
                .orElseThrow(() ->
                        Problem.invalid("The project '" + project.value().name() + "' has no channel '" + text.get()
                                + "'. Send the id, name or slug of one, or none for its default channel."));
    }

    /** A channel of a project by id, slug or name. */
    Optional<Stored<Channel>> findChannel(View view, Stored<Project> project, String text) {
        return channels.of(view, project.space(), project.id()).stream()
                .filter(channel -> isNamed(channel, text))
                .findFirst();
    }

    /** The frozen process of a release. */
    public DeploymentProcess process(View view, Stored<Release> release) {
        String id = release.value().projectDeploymentProcessSnapshotId();
        return snapshots
                .find(view, release.space(), id)
                .map(json -> mapper.treeToValue(json, DeploymentProcess.class))
                .orElseThrow(() -> Problem.notFound(id));
    }

    /** A release of a project by its version. */
    public record Named(String id, String version) {}

    /** The releases of a project, or only those of one of its channels; "" for all. */
    public List<Named> named(View view, Stored<Project> project, String channel) {
        return view.query("""
                        select release.id, release.name from release
                        join scope on scope.source = release.id_key and scope.dimension = 'channel'
                        where release.space_id = :space and release.owner_id = :project
                            and (:channel = '' or scope.value = :channel)""")
                .bind("space", project.space())
                .bind("project", project.id())
                .bind("channel", channel.toLowerCase(Locale.ROOT))
                .map((row, context) -> new Named(row.getString("id"), row.getString("name")))
                .list();
    }

    /** The release made just before this one. */
    public Optional<Named> before(View view, Stored<Release> release) {
        return view.query("""
                        select id, name from release where space_id = :space and owner_id = :project
                            and number < (select number from release where id_key = :id)
                        order by number desc limit 1""")
                .bind("space", release.space())
                .bind("project", release.value().projectId())
                .bind("id", release.id().toLowerCase(Locale.ROOT))
                .map((row, context) -> new Named(row.getString("id"), row.getString("name")))
                .findOne();
    }

    /** The plain values of a project's variables that have no scope, or only that of a channel. */
    Map<String, String> values(View view, Stored<Project> project, Stored<Channel> channel) {
        Map<String, String> values = new LinkedHashMap<>();
        variables.of(view, project.space(), project.id()).value().variables().stream()
                .filter(variable -> variable.scope().dimensions().isEmpty() || isOnlyOf(variable.scope(), channel))
                .sorted(Comparator.comparing(
                        variable -> !variable.scope().dimensions().isEmpty()))
                .forEach(variable -> {
                    if (variable.value() instanceof PropertyValue.Plain(String text)) {
                        values.put(variable.name(), text);
                    }
                });
        return values;
    }

    /** Takes a release's variables anew, in a transaction whose caller has checked the permission. */
    public Stored<Release> refreshVariables(Tx tx, Principal who, Documents<Release> releases, Stored<Release> before) {
        Stored<Project> project = project(tx, before.space(), before.value().projectId());
        Release refreshed = withVariables(tx, project, before.value());
        return refreshed.equals(before.value()) ? before : releases.replace(tx, who, before, releases.json(refreshed));
    }

    /** A release whose variables are frozen as they are now. */
    Release withVariables(Tx tx, Stored<Project> project, Release release) {
        String space = project.space();
        return release.withVariables(
                variables.freeze(tx, space, project.id()),
                project.value().includedLibraryVariableSetIds().stream()
                        .map(set -> variables.freeze(tx, space, set))
                        .toList());
    }

    private static boolean isOnlyOf(VariableScope scope, Stored<Channel> channel) {
        return scope.dimensions().size() == 1
                && scope.values(VariableScope.CHANNEL).stream().anyMatch(channel.id()::equalsIgnoreCase);
    }

    private static boolean isNamed(Stored<Channel> channel, String text) {
        return channel.id().equalsIgnoreCase(text)
                || channel.value().slug().equalsIgnoreCase(text)
                || channel.value().name().equalsIgnoreCase(text.strip());
    }
}
