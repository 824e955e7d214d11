package tako.server.delivery.dashboard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.platform.http.Principal;
import tako.server.delivery.dashboard.DashboardRows.Standing;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tako.server.library.lifecycle.PhaseEnvironment;
import tako.server.projects.group.ProjectGroup;
import tako.server.projects.project.Project;
import tako.server.resource.AuditLog;
import tako.server.resource.Engine;
import tako.server.resource.Stored;

/** Dashboards: what stands where in a space. The number of statements does not depend on how much there is. */
public final class Dashboards {
    private final Engine engine;
    private final DashboardSources sources;
    private final DashboardRows rows;

    public Dashboards(Engine engine, DashboardSources sources) {
        this.engine = engine;
        this.sources = sources;
        this.rows = new DashboardRows(engine.mapper());
    }

    /**
     * What a dashboard shows. Empty means no filter.
     *
     * @param release only deployments of this release
     * @param previousToo whether the last success is shown beside a newer deployment
     */
    public record Filter(
            List<String> projects, List<String> environments, Optional<String> release, boolean previousToo) {}

    /** The space's dashboard: its configuration and the filter narrow it. */
    public Dashboard main(Principal who, String space, Filter filter) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database()
                .read(view -> dashboard(
                        view, space, rows.configuration(view, space).orElse(DashboardConfiguration.ALL), filter));
    }

    /** A dashboard of what the filter names, whatever the configuration says. */
    public Dashboard dynamic(Principal who, String space, Filter filter) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database().read(view -> dashboard(view, space, DashboardConfiguration.ALL, filter));
    }

    /** What the space's dashboard shows. */
    public DashboardConfiguration configuration(Principal who, String space) {
        engine.permissions().require(who, "DeploymentView", space);
        return engine.database().read(view -> rows.configuration(view, space).orElse(DashboardConfiguration.ALL));
    }

    /** Changes what the space's dashboard shows. */
    public DashboardConfiguration configure(Principal who, String space, DashboardConfiguration wanted) {
        engine.permissions().require(who, "ProjectEdit", space);
        return engine.database().write(tx -> {
            rows.configure(tx, space, wanted);
            engine.audit()
                    .record(
                            tx,
                            who,
                            AuditLog.Entry.of(
                                    "Modified", space, "The dashboard's configuration was modified", List.of()));
            return wanted;
        });
    }

    private Dashboard dashboard(View view, String space, DashboardConfiguration configuration, Filter filter) {
        LifecycleEnvironments passed = sources.passed(view, space);
        List<Stored<Project>> projects = sources.projects().all(view, space).stream()
                .filter(project ->
                        configuration.shows(project.id(), project.value().projectGroupId()))
                .filter(project -> allows(filter.projects(), project.id()))
                .limit(configuration.limit())
                .toList();
        List<Dashboard.Place> environments = sources.environments().inOrder(view, space).stream()
                .filter(environment -> configuration.showsEnvironment(environment.id()))
                .filter(environment -> allows(filter.environments(), environment.id()))
                .map(environment -> new Dashboard.Place(
                        environment.id(), environment.value().name()))
                .toList();
        List<Dashboard.Project> shown = projects.stream()
                .map(project -> project(project, passed.of(project), environments))
                .toList();
        return new Dashboard(
                shown,
                groups(sources.groups().all(view, space), shown),
                environments,
                List.of(),
                items(view, space, new Shown(projects, environments), filter),
                configuration.projectLimit(),
                configuration.filters());
    }

    private record Shown(List<Stored<Project>> projects, List<Dashboard.Place> environments) {
        boolean has(DeliveryTask one) {
            return environments.stream()
                    .anyMatch(environment ->
                            environment.id().equals(one.delivery().environment()));
        }
    }

    private List<DashboardItem> items(View view, String space, Shown shown, Filter filter) {
        Map<String, Boolean> discrete = shown.projects().stream()
                .collect(Collectors.toMap(Stored::id, project -> project.value().discreteChannelRelease()));
        Instant now = engine.clock().instant();
        return standing(view, space, filter)
                .filter(one -> filter.previousToo() || one.latest())
                .filter(one -> Optional.ofNullable(
                                discrete.get(one.delivery().delivery().project()))
                        .filter(byChannel -> byChannel != one.channel().isEmpty())
                        .isPresent())
                .filter(one -> shown.has(one.delivery()))
                .map(one -> DashboardItem.of(one.delivery(), !one.latest(), now))
                .toList();
    }

    /** The read model, or, of one release, its newest deployment in each environment. */
    private Stream<Standing> standing(View view, String space, Filter filter) {
        if (filter.release().isEmpty()) {
            return rows.standing(view, space).stream();
        }
        return newestByEnvironment(
                        Deliveries.ofReleases(view, List.of(filter.release().get())))
                .values()
                .stream()
                .filter(one -> one.delivery().space().equals(space))
                .flatMap(one -> Stream.of(
                        new Standing(one, "", true),
                        new Standing(one, one.delivery().channel(), true)));
    }

    /** The newest of deployments in each environment. */
    static Map<String, DeliveryTask> newestByEnvironment(List<DeliveryTask> deliveries) {
        return deliveries.stream()
                .collect(Collectors.toMap(
                        one -> one.delivery().environment(), one -> one, (left, right) -> newer(left, right)));
    }

    private static DeliveryTask newer(DeliveryTask left, DeliveryTask right) {
        return Stream.of(left, right)
                .max(Comparator.comparingLong(one -> one.delivery().number()))
                .orElse(left);
    }

    private static Dashboard.Project project(
            Stored<Project> stored, List<PhaseEnvironment> passed, List<Dashboard.Place> environments) {
        Project project = stored.value();
        Set<String> shown = environments.stream().map(Dashboard.Place::id).collect(Collectors.toSet());
        return new Dashboard.Project(
                stored.id(),
                project.name(),
                project.slug(),
                project.projectGroupId(),
                passed.stream()
                        .map(PhaseEnvironment::id)
                        .filter(shown::contains)
                        .toList(),
                project.tenantedDeploymentMode(),
                !project.tenantedDeploymentMode().equals("Tenanted"),
                project.isDisabled(),
                Map.of("Self", "/api/" + stored.space() + "/projects/" + stored.id()));
    }

    private static List<Dashboard.Group> groups(List<Stored<ProjectGroup>> groups, List<Dashboard.Project> projects) {
        return groups.stream()
                .filter(group -> projects.stream()
                        .anyMatch(project -> project.projectGroupId().equalsIgnoreCase(group.id())))
                .map(group -> group(group, projects))
                .toList();
    }

    private static Dashboard.Group group(Stored<ProjectGroup> group, List<Dashboard.Project> projects) {
        List<String> environments = projects.stream()
                .filter(project -> project.projectGroupId().equalsIgnoreCase(group.id()))
                .flatMap(project -> project.environmentIds().stream())
                .distinct()
                .toList();
        return new Dashboard.Group(
                group.id(),
                group.value().name(),
                environments,
                Map.of("Self", "/api/" + group.space() + "/projectgroups/" + group.id()));
    }

    private static boolean allows(List<String> wanted, String id) {
        return wanted.isEmpty() || wanted.stream().anyMatch(id::equalsIgnoreCase);
    }
}
