package tako.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.database.View;
import tako.platform.http.Route;
import tako.platform.secret.Secret;
import tako.server.delivery.step.RenderContext.FeedInUse;
import tako.server.infrastructure.environment.EnvironmentRoutes;
import tako.server.infrastructure.environment.Environments;
import tako.server.infrastructure.machine.EnvironmentMachineRoutes;
import tako.server.infrastructure.machine.EnvironmentMachines;
import tako.server.infrastructure.machine.Machine;
import tako.server.infrastructure.machine.MachinePolicies;
import tako.server.infrastructure.machine.MachinePolicyRoutes;
import tako.server.infrastructure.machine.Machines;
import tako.server.infrastructure.machine.Proxies;
import tako.server.infrastructure.worker.WorkerPoolRoutes;
import tako.server.infrastructure.worker.WorkerPools;
import tako.server.infrastructure.worker.WorkerRoutes;
import tako.server.infrastructure.worker.Workers;
import tako.server.library.feed.Feed;
import tako.server.library.feed.FeedClient;
import tako.server.library.feed.FeedPackages;
import tako.server.library.feed.FeedRoutes;
import tako.server.library.feed.FeedVault;
import tako.server.library.feed.Feeds;
import tako.server.library.feed.registry.RegistryClient;
import tako.server.library.lifecycle.Lifecycle;
import tako.server.library.lifecycle.LifecyclePreviews;
import tako.server.library.lifecycle.LifecycleRoutes;
import tako.server.library.lifecycle.Lifecycles;
import tako.server.projects.group.ProjectGroup;
import tako.server.projects.group.ProjectGroups;
import tako.server.resource.DocumentRoutes;
import tako.server.resource.Documents;
import tako.server.resource.OneDefault;
import tako.server.resource.SpaceDefaults;

/** Infrastructure and library, and what a new space is born with. */
final class LibraryParts {
    final Environments environments;
    final Documents<Machine> machines;
    final Documents<Feed> feeds;
    final FeedVault feedVault;
    final FeedPackages packages;
    final Documents<Lifecycle> lifecycles;
    final Documents<ProjectGroup> groups;
    final List<SpaceDefaults> spaceDefaults;
    private final List<Route<?>> routes;

    LibraryParts(Foundation foundation) {
        var engine = foundation.engine;
        this.environments = new Environments(engine);
        this.machines = new Documents<>(Machines.KIND, engine);
        this.feeds = new Documents<>(Feeds.KIND, engine);
        var feedService = new Feeds(feeds);
        this.feedVault = new FeedVault(feeds, foundation.secrets::open);
        this.packages = new FeedPackages(engine, feedVault, new FeedClient(RegistryClient.standard()));
        this.lifecycles = new Documents<>(foundation.lifecycleKind, engine);
        this.groups = new Documents<>(ProjectGroups.KIND, engine);
        var policyDocuments = new Documents<>(MachinePolicies.KIND, engine);
        var policies = new MachinePolicies(policyDocuments, foundation.mapper);
        var poolDocuments = new Documents<>(WorkerPools.KIND, engine);
        var pools = new WorkerPools(engine, poolDocuments);
        var workers = new Documents<>(Workers.KIND, engine);
        this.spaceDefaults =
                List.of(policies, pools, feedService, new Lifecycles(lifecycles), new ProjectGroups(groups));
        this.routes = Stream.of(
                        new EnvironmentRoutes(environments).routes(),
                        new EnvironmentMachineRoutes(new EnvironmentMachines(engine, environments, machines), machines)
                                .routes(),
                        new MachinePolicyRoutes(policies, OneDefault.inSpace(engine, policyDocuments), machines)
                                .routes(),
                        DocumentRoutes.of(new Documents<>(Proxies.KIND, engine)).all(),
                        new WorkerPoolRoutes(pools, OneDefault.inSpace(engine, poolDocuments), workers).routes(),
                        new WorkerRoutes(workers, poolDocuments, policyDocuments).routes(),
                        new FeedRoutes(feedService, packages).routes(),
                        new LifecycleRoutes(lifecycles, new LifecyclePreviews(engine, lifecycles, environments))
                                .routes())
                .<Route<?>>flatMap(List::stream)
                .toList();
    }

    /** A feed for whoever deploys from it. */
    Optional<FeedInUse> feed(View view, String space, String named) {
        return feedVault
                .open(view, space, named)
                .map(feed -> new FeedInUse(
                        feed.id(),
                        feed.type(),
                        feed.registry().text(),
                        feed.username().orElse(""),
                        feed.password().orElse(Secret.of(""))));
    }

    List<Route<?>> routes() {
        return routes;
    }
}
