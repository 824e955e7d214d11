package tako.server.delivery.release;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import tako.platform.database.Database;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.library.packages.Version;
import tako.server.library.variableset.VariableSet;
import tako.server.projects.channel.Channel;
import tako.server.projects.process.ProcessPackages;
import tako.server.projects.project.Project;
import tako.server.projects.project.ProjectFollowers;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Permissions;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** Releases: made of what the project is at that moment, and never touched by its later edits. */
public final class Releases implements ProjectFollowers {
    private final Database database;
    private final Permissions permissions;
    private final Documents<Release> documents;
    private final ReleaseSources sources;
    private final ReleaseVersions versions;
    private final ReleaseCreation creation;
    private final NewestPackages newest;
    private final ReleaseFollowers followers;

    /** @param zone the server's, for versions made of dates */
    public Releases(
            Engine engine,
            Documents<Release> documents,
            ReleaseSources sources,
            ReleaseFollowers followers,
            ZoneId zone) {
        this.database = engine.database();
        this.permissions = engine.permissions();
        this.documents = documents;
        this.sources = sources;
        this.versions = new ReleaseVersions(sources.channels(), engine.clock(), zone);
        this.creation = new ReleaseCreation(documents, sources, versions, engine.clock());
        this.newest = new NewestPackages(sources.packages());
        this.followers = followers;
    }

    /** Releases of a space, newest first. */
    public Slice<Stored<Release>> list(Principal who, String space, ListQuery query) {
        return documents.list(who, space, query);
    }

    /** Releases of a project, newest first; {@code query} may narrow them. @throws Problem 404 for an unknown project */
    public Slice<Stored<Release>> ofProject(Principal who, String space, String project, ListQuery query) {
        permissions.require(who, "ReleaseView", space);
        return database.read(view -> documents.list(
                view,
                space,
                query.withOwner(sources.project(view, space, project).id())));
    }

    /** A channel of a project, each by id, slug or name. */
    public record Lane(String project, String channel) {}

    /** Releases of a channel, newest first; {@code query} may narrow them. @throws Problem 404 for an unknown project or channel */
    public Slice<Stored<Release>> ofChannel(Principal who, String space, Lane lane, ListQuery query) {
        permissions.require(who, "ReleaseView", space);
        return database.read(view -> {
            Stored<Project> project = sources.project(view, space, lane.project());
            Stored<Channel> channel = sources.findChannel(view, project, lane.channel())
                    .orElseThrow(() -> Problem.notFound(lane.channel()));
            ListQuery narrowed = query.withOwner(project.id()).withScope("channel", List.of(channel.id()));
            return documents.list(view, space, narrowed);
        });
    }

    /** A release by its id. @throws Problem 404 */
    public Stored<Release> get(Principal who, String space, String id) {
        return documents.get(who, space, id);
    }

    /** A project's release by its version, or by its id. @throws Problem 404 */
    public Stored<Release> ofVersion(Principal who, String space, String project, String version) {
        permissions.require(who, "ReleaseView", space);
        return database.read(view -> find(view, sources.project(view, space, project), version)
                .orElseThrow(() -> Problem.notFound(version)));
    }

    /** A project's release by its version, or by its id. */
    public Optional<Stored<Release>> find(View view, Stored<Project> project, String version) {
        return documents
                .byName(view, project.space(), project.id(), version)
                .or(() -> documents
                        .byId(view, project.space(), version)
                        .filter(release -> release.value().projectId().equals(project.id())));
    }

    /**
     * Makes a release, or answers the existing one if that was wished. Packages that nobody chose get the newest version of their feed
     * that the channel accepts.
     *
     * @throws Problem 400 with every broken rule, or why a feed did not answer
     */
    public Stored<Release> create(Principal who, String space, NewRelease wanted) {
        permissions.require(who, "ReleaseCreate", space);
        NewRelease completed =
                wanted.completed(newest.of(space, database.read(view -> creation.open(view, space, wanted))));
        return database.write(tx -> {
            ReleaseCreation.Made made = creation.make(tx, who, space, completed);
            if (made.isNew()) {
                followers.created(tx, who, made.release());
            }
            return made.release();
        });
    }

    /** Changes version, notes, packages and custom fields. The channel stays, and so does what was frozen. @throws Problem 400 */
    public Stored<Release> update(Principal who, String space, String id, Release sent) {
        permissions.require(who, "ReleaseEdit", space);
        return database.write(tx -> {
            Stored<Release> before = documents.require(tx, space, id);
            if (!sent.channelId().isEmpty()
                    && !sent.channelId().equalsIgnoreCase(before.value().channelId())) {
                throw Problem.invalid("ChannelId: a release stays in its channel. Make a release in the other one.");
            }
            Release edited = edited(before.value(), sent, packages(tx, before, sent));
            Optional<Stored<Release>> same =
                    documents.byName(tx, space, before.value().projectId(), edited.version());
            ReleaseCreation.refuseDuplicate(same.filter(other -> !other.id().equals(before.id())));
            return documents.replace(tx, who, before, documents.json(edited));
        });
    }

    /** Deletes a release and its deployments. @throws Problem 400 while one of them has not ended */
    public void delete(Principal who, String space, String id) {
        permissions.require(who, "ReleaseDelete", space);
        database.change(tx -> remove(tx, who, documents.require(tx, space, id)));
    }

    /** Removes every release of a project that is deleted. @throws Problem 400 while a deployment of one has not ended */
    @Override
    public void removing(Tx tx, Principal who, Stored<Project> project) {
        documents
                .list(tx, project.space(), ListQuery.ofOwner(project.id()))
                .items()
                .forEach(release -> remove(tx, who, release));
    }

    /** Takes the variables of project and library sets anew, as they are now. */
    public Stored<Release> snapshotVariables(Principal who, String space, String id) {
        permissions.require(who, "ReleaseEdit", space);
        return database.write(tx -> sources.refreshVariables(tx, who, documents, documents.require(tx, space, id)));
    }

    /** The frozen variable sets of a release that somebody may view, the project's first, as clients read them. @throws Problem 404 */
    public List<ObjectNode> variables(Principal who, String space, String project, String version) {
        permissions.require(who, "VariableView", space);
        List<VariableSet> frozen = database.read(view -> {
            Stored<Release> release = find(view, sources.project(view, space, project), version)
                    .orElseThrow(() -> Problem.notFound(version));
            return release.value().variableSnapshots().stream()
                    .flatMap(id -> sources.variables().frozen(view, space, id).stream())
                    .toList();
        });
        return frozen.stream()
                .flatMap(set -> sources.variables().visible(who, space, set).stream())
                .map(sources.variables()::present)
                .toList();
    }

    /** A release as clients read it. */
    public ObjectNode present(Stored<Release> release) {
        return documents.present(release);
    }

    private void remove(Tx tx, Principal who, Stored<Release> release) {
        followers.removing(tx, who, release);
        Defects.forget(tx, release.id());
        documents.remove(tx, who, release);
    }

    private List<SelectedPackage> packages(View view, Stored<Release> before, Release sent) {
        if (sent.selectedPackages().isEmpty()) {
            return before.value().selectedPackages();
        }
        var slots = ProcessPackages.slots(
                sources.process(view, before), before.value().channelId());
        PackageSelection selection =
                ReleaseCreation.selection(slots, new NewRelease.Packages.Selected(sent.selectedPackages()));
        if (!before.value().ignoreChannelRules()) {
            Stored<Channel> channel = sources.channels()
                    .documents()
                    .require(view, before.space(), before.value().channelId());
            ReleaseCreation.refuseBroken(channel.value(), slots, selection);
        }
        return selection.selected();
    }

    private static Release edited(Release before, Release sent, List<SelectedPackage> packages) {
        String version = sent.version().isEmpty() ? before.version() : sent.version();
        Version.problem(version).ifPresent(why -> {
            throw Problem.invalid("Version: " + why);
        });
        return before.edited(version, sent.releaseNotes(), packages, sent.customFields());
    }
}
