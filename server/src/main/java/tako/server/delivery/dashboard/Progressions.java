package tako.server.delivery.dashboard;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.platform.http.Problem;
import tako.server.delivery.dashboard.DashboardRows.Standing;
import tako.server.delivery.dashboard.ProjectProgression.ReleaseLine;
import tako.server.delivery.dashboard.ReleaseProgression.PhaseDeployment;
import tako.server.delivery.dashboard.ReleaseProgression.PhaseLine;
import tako.server.delivery.deployment.Deployment;
import tako.server.delivery.deployment.Deployments;
import tako.server.delivery.eligibility.Reason;
import tako.server.delivery.eligibility.ReleaseProgressions;
import tako.server.delivery.release.DeliveryTask;
import tako.server.delivery.release.Release;
import tako.server.infrastructure.environment.Environment;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.library.lifecycle.PhaseProgress;
import tako.server.library.lifecycle.Progression;
import tako.server.projects.channel.Channel;
import tako.server.projects.project.Project;
import tako.server.resource.Documents;
import tako.server.resource.Engine;
import tako.server.resource.ListQuery;
import tako.server.resource.Stored;
import tools.jackson.databind.node.ObjectNode;

/** How far releases have come. The number of statements does not depend on how many releases are shown. */
public final class Progressions {
    /** How many of a project's newest releases are shown when nobody says. */
    public static final int USUAL_HISTORY = 3;

    private static final int LONGEST_HISTORY = 100;

    private final Engine engine;
    private final DashboardSources sources;
    private final Documents<Release> releases;
    private final ReleaseProgressions progressions;
    private final Deployments deployments;
    private final TaskDocuments tasks;
    private final DashboardRows rows;

    public Progressions(
            Engine engine,
            DashboardSources sources,
            Documents<Release> releases,
            ReleaseProgressions progressions,
            Deployments deployments,
            TaskDocuments tasks) {
        this.engine = engine;
        this.sources = sources;
        this.releases = releases;
        this.progressions = progressions;
        this.deployments = deployments;
        this.tasks = tasks;
        this.rows = new DashboardRows(engine.mapper());
    }

    /**
     * A project's newest releases and those that stand somewhere.
     *
     * @param history how many of the newest, 1 to 100
     * @throws tako.platform.http.Problem 404
     */
    public ProjectProgression ofProject(Principal who, String space, String project, int history) {
        engine.permissions().require(who, "ReleaseView", space);
        int newest = Math.clamp(history, 1, LONGEST_HISTORY);
        return engine.database()
                .read(view -> ofProject(
                        view,
                        sources.projects().named(view, space, project).orElseThrow(() -> Problem.notFound(project)),
                        newest));
    }

    /** A release in the phases of its lifecycle. @throws tako.platform.http.Problem 404 */
    public ReleaseProgression ofRelease(Principal who, String space, String release) {
        engine.permissions().require(who, "ReleaseView", space);
        return engine.database().read(view -> ofRelease(view, releases.require(view, space, release)));
    }

    private ProjectProgression ofProject(View view, Stored<Project> project, int newest) {
        String space = project.space();
        LifecycleEnvironments passed = sources.passed(view, space);
        List<Stored<Release>> shown = shown(view, project, newest);
        Map<String, Stored<Channel>> channels = sources.channels().of(view, space, project.id()).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity()));
        Instant now = engine.clock().instant();
        List<ReleaseLine> lines = progressions.of(view, space, shown).entrySet().stream()
                .map(entry -> line(find(shown, entry.getKey()), channels, entry.getValue(), now))
                .toList();
        return new ProjectProgression(
                places(passed.of(project)),
                places(passed.byChannel(project)),
                places(passed.byLifecycle(project)),
                lines,
                Map.of("Self", "/api/" + space + "/projects/" + project.id() + "/progression"));
    }

    private List<Stored<Release>> shown(View view, Stored<Project> project, int newest) {
        List<String> standing = rows.standingOf(view, project.id()).stream()
                .map(Standing::delivery)
                .map(one -> one.delivery().release())
                .toList();
        List<String> ids = DashboardRows.releases(view, project.id(), newest, standing);
        var query = new ListQuery(ids, Optional.empty(), Optional.of(project.id()), Map.of(), 0, Integer.MAX_VALUE);
        return ids.isEmpty()
                ? List.of()
                : releases.list(view, project.space(), query).items();
    }

    private ReleaseLine line(
            Stored<Release> release,
            Map<String, Stored<Channel>> channels,
            ReleaseProgressions.Standing standing,
            Instant now) {
        var items = new LinkedHashMap<String, List<DashboardItem>>();
        Dashboards.newestByEnvironment(standing.deliveries())
                .forEach((environment, one) -> items.put(environment, List.of(DashboardItem.of(one, false, now))));
        Stored<Channel> channel =
                Objects.requireNonNull(channels.get(release.value().channelId()));
        return new ReleaseLine(
                releases.present(release),
                sources.channels().present(channel),
                items,
                ReleaseProgression.ids(standing.progression().nextDeployments()),
                standing.blocked(),
                standing.lifecycle().releaseRetentionPolicy(),
                standing.lifecycle().tentacleRetentionPolicy());
    }

    private ReleaseProgression ofRelease(View view, Stored<Release> release) {
        ReleaseProgressions.Standing standing = progressions.of(view, release);
        Map<String, PhaseDeployment> newest = newest(view, release, standing);
        return new ReleaseProgression(
                standing.progression().phases().stream()
                        .map(phase -> PhaseLine.of(phase, newest, reasons(standing.progression(), phase)))
                        .toList(),
                ReleaseProgression.ids(standing.progression().nextDeployments()),
                standing.progression().nextDeploymentsMinimumRequired(),
                Map.of("Self", "/api/" + release.space() + "/releases/" + release.id() + "/progression"));
    }

    private static List<String> reasons(Progression progression, PhaseProgress phase) {
        return phase.phase().environments().stream()
                .flatMap(one -> progression.obstacle(one).stream())
                .map(obstacle -> Reason.of(obstacle).text())
                .toList();
    }

    /** The newest deployment of a release in each environment. */
    private Map<String, PhaseDeployment> newest(
            View view, Stored<Release> release, ReleaseProgressions.Standing standing) {
        Map<String, DeliveryTask> byEnvironment = Dashboards.newestByEnvironment(standing.deliveries());
        List<String> ids = byEnvironment.values().stream()
                .map(one -> one.delivery().deployment())
                .toList();
        List<Stored<Deployment>> documents = deployments.find(view, release.space(), ids);
        Map<String, ObjectNode> presented = deployments.present(view, documents).stream()
                .collect(Collectors.toMap(json -> json.path("Id").asString(), Function.identity()));
        String title = title(view, release);
        Map<String, String> names = names(view, release.space());
        return byEnvironment.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new PhaseDeployment(
                                tasks.present(
                                        view, entry.getValue().task(), title + names.getOrDefault(entry.getKey(), "")),
                                Objects.requireNonNull(presented.get(
                                        entry.getValue().delivery().deployment())))));
    }

    private String title(View view, Stored<Release> release) {
        Stored<Project> project = sources.projects()
                .require(view, release.space(), release.value().projectId());
        return "Deploy " + project.value().name() + " release "
                + release.value().version() + " to ";
    }

    private Map<String, String> names(View view, String space) {
        return sources.environments().inOrder(view, space).stream()
                .collect(Collectors.toMap(
                        Stored<Environment>::id,
                        environment -> environment.value().name()));
    }

    private static Stored<Release> find(List<Stored<Release>> releases, String id) {
        return releases.stream()
                .filter(release -> release.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Dashboard.Place> places(List<PhaseEnvironment> environments) {
        return environments.stream()
                .map(one -> new Dashboard.Place(one.id(), one.name()))
                .toList();
    }

    private static Map<String, List<Dashboard.Place>> places(Map<String, List<PhaseEnvironment>> environments) {
        var places = new LinkedHashMap<String, List<Dashboard.Place>>();
        environments.forEach((id, all) -> places.put(id, places(all)));
        return places;
    }
}
