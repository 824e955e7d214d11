package tako.server.delivery.release;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.delivery.release.ReleaseVersions.Line;
import tako.server.delivery.release.VersionTemplate.Proposal;
import tako.server.library.feed.Feed;
import tako.server.projects.channel.Channel;
import tako.server.projects.process.DeploymentProcess;
import tako.server.projects.process.PackageSlot;
import tako.server.projects.process.ProcessPackages;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;

/** What a form for a new release needs: the next version, and the packages whose versions are to be chosen. */
public final class ReleaseTemplates {
    private final Engine engine;
    private final Documents<Release> releases;
    private final Documents<Feed> feeds;
    private final ReleaseSources sources;
    private final ReleaseVersions versions;

    /** @param zone the server's, for versions made of dates */
    public ReleaseTemplates(
            Engine engine, Documents<Release> releases, Documents<Feed> feeds, ReleaseSources sources, ZoneId zone) {
        this.engine = engine;
        this.releases = releases;
        this.feeds = feeds;
        this.sources = sources;
        this.versions = new ReleaseVersions(sources.channels(), engine.clock(), zone);
    }

    /**
     * A template on the wire.
     *
     * @param nextVersionIncrement "" when the project's template gives none
     * @param nextVersionProblem why it gives none, "" when it does; a member of ours
     */
    public record Template(
            String deploymentProcessId,
            @Nullable String lastReleaseVersion,
            String nextVersionIncrement,
            String nextVersionProblem,
            @Nullable String versioningPackageStepName,
            @Nullable String versioningPackageReferenceName,
            List<TemplatePackage> packages,
            List<Object> gitResources,
            Map<String, String> links) {}

    /** A package whose version is to be chosen; {@code NuGet…} are older names of the same. */
    public record TemplatePackage(
            String actionName,
            String stepName,
            String packageReferenceName,
            String packageId,
            String feedId,
            String feedName,
            String nuGetPackageId,
            String nuGetFeedId,
            String nuGetFeedName,
            String projectName,
            @Nullable String versionSelectedLastRelease,
            boolean isResolvable,
            @Nullable String fixedVersion) {}

    /**
     * The template of a project's process.
     *
     * @param channel id, slug or name; empty for the default one
     * @param release the release that is edited, whose frozen process counts
     */
    public Template of(
            Principal who, String space, String project, Optional<String> channel, Optional<String> release) {
        engine.permissions().require(who, "ProcessView", space);
        return engine.database().read(view -> {
            Stored<Project> owner = sources.project(view, space, project);
            Stored<Channel> lane = sources.channel(view, owner, channel);
            DeploymentProcess process = release.map(id -> sources.process(view, releases.require(view, space, id)))
                    .orElseGet(() ->
                            sources.processes().of(view, space, owner.id()).value());
            return template(view, new Line(owner, lane, versions.existing(view, owner)), process);
        });
    }

    /** The template of a process by its id. @throws Problem 404 */
    public Template ofProcess(Principal who, String space, String process, Optional<String> channel) {
        String prefix = "deploymentprocess-";
        if (!process.regionMatches(true, 0, prefix, 0, prefix.length())) {
            throw Problem.notFound(process);
        }
        String project = process.substring(prefix.length()).replaceFirst("(?i)-s-.*$", "");
        return of(who, space, project, channel, Optional.empty());
    }

    private Template template(View view, Line line, DeploymentProcess process) {
        Stored<Project> project = line.project();
        Optional<Release> last = releases.list(view, project.space(), newest(project)).items().stream()
                .findFirst()
                .map(Stored::value);
        Proposal next = versions.next(line, sources.values(view, project, line.channel()));
        Optional<ReleaseCreation.Donor> donor = ReleaseCreation.donor(project);
        List<Stored<Feed>> known = feeds.all(view, project.space());
        return new Template(
                project.value().deploymentProcessId(),
                last.map(Release::version).orElse(null),
                next instanceof Proposal.Proposed(String text) && donor.isEmpty() ? text : "",
                next instanceof Proposal.Refused(String reason) && donor.isEmpty() ? reason : "",
                donor.map(ReleaseCreation.Donor::action).orElse(null),
                donor.map(ReleaseCreation.Donor::reference).orElse(null),
                ProcessPackages.slots(process, line.channel().id()).stream()
                        .map(slot -> template(slot, last, known))
                        .toList(),
                List.of(),
                Map.of(
                        "Self",
                        "/api/" + project.space() + "/projects/" + project.id() + "/deploymentprocesses/template"));
    }

    private static TemplatePackage template(PackageSlot slot, Optional<Release> last, List<Stored<Feed>> feeds) {
        Optional<Stored<Feed>> feed =
                feeds.stream().filter(one -> isNamed(one, slot.feedId())).findFirst();
        String feedId = feed.map(Stored::id).orElse(slot.feedId());
        String feedName = feed.map(one -> one.value().name()).orElse("");
        return new TemplatePackage(
                slot.actionName(),
                slot.stepName(),
                slot.referenceName(),
                slot.packageId(),
                feedId,
                feedName,
                slot.packageId(),
                feedId,
                feedName,
                "",
                last.flatMap(release -> versionIn(release, slot)).orElse(null),
                slot.isResolvable(),
                slot.fixedVersion().orElse(null));
    }

    private static Optional<String> versionIn(Release release, PackageSlot slot) {
        return release.selectedPackages().stream()
                .filter(one -> one.action().equalsIgnoreCase(slot.actionName())
                        && one.reference().equalsIgnoreCase(slot.referenceName()))
                .map(SelectedPackage::chosenVersion)
                .findFirst();
    }

    private static boolean isNamed(Stored<Feed> feed, String text) {
        return Stream.of(feed.id(), feed.value().slug(), feed.value().name()).anyMatch(text::equalsIgnoreCase);
    }

    private static ListQuery newest(Stored<Project> project) {
        return new ListQuery(List.of(), Optional.empty(), Optional.of(project.id()), Map.of(), 0, 1);
    }
}
