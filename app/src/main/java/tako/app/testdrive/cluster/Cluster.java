package tako.app.testdrive.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tako.app.client.ApiClient;
import tako.app.testdrive.Deployments;
import tako.app.testdrive.Layout;
import tako.app.testdrive.NodePorts;
import tako.app.testdrive.Place;
import tako.app.testdrive.Seeds;
import tako.app.testdrive.TutorialEnvironment;
import tako.app.testdrive.Watcher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes cluster: a namespace for each environment. What was deployed goes on running there when the test drive has ended, and
 * nothing is deleted.
 */
public final class Cluster implements Place {
    private static final String ROLE = "k8s";
    private static final String FEED = "Images";

    private final ClusterOrder order;
    private final Watcher watcher;
    private final Duration patience;
    private final HealthCheck health;
    private final Deployments deployments;
    private final NodePorts ports;
    private final Pages pages = new Pages();
    private final Set<TutorialEnvironment> silent = new HashSet<>();

    /** @param patience how long a page may take to answer, because a node port may refuse for a moment after a rollout */
    public Cluster(ClusterOrder order, ApiClient api, Watcher watcher, Duration patience) {
        this.order = order;
        this.patience = patience;
        this.watcher = watcher;
        this.health = new HealthCheck(api, watcher);
        this.deployments = new Deployments(api);
        this.ports = new NodePorts(api);
    }

    @Override
    public Optional<String> objection(JsonNode process) {
        Optional<JsonNode> action = Place.action(process, ContainerStep.TYPE);
        if (action.isEmpty()) {
            return Optional.of("This home holds the tutorial on this machine. Choose another one for the cluster:"
                    + " --home DIR.");
        }
        return image(action.get())
                .filter(name -> !name.equals(order.image().name()))
                .map(name -> "The project's step in this home deploys the image " + name + ". Give --image " + name
                        + ":TAG, or choose another home with --home DIR.");
    }

    private static Optional<String> image(JsonNode action) {
        return action.path("Packages")
                .valueStream()
                .filter(one -> one.path("Name").asString("").equals(ContainerStep.CONTAINER))
                .map(one -> one.path("PackageId").asString(""))
                .findFirst();
    }

    @Override
    public Layout layout(Seeds seeds) {
        ObjectNode endpoint = new Credentials(seeds).endpoint(order.connection());
        List<Layout.Target> targets = TutorialEnvironment.ALL.stream()
                .map(environment -> new Layout.Target(
                        environment, target(environment), endpoint.deepCopy().put("Namespace", namespace(environment))))
                .toList();
        ObjectNode action = new ContainerStep(seeds, feed(seeds), order.image()).action();
        String page = "http://" + order.node() + ":#{" + NodePorts.VARIABLE + "}";
        return new Layout(ROLE, targets, Map.of(), action, page);
    }

    private String feed(Seeds seeds) {
        ObjectNode body = seeds.named(FEED)
                .put("FeedType", "Docker")
                .put("FeedUri", order.registry().feedUri())
                .put("RegistryPath", order.registry().path());
        return seeds.made("/feeds", body, Set.of("FeedUri", "RegistryPath"));
    }

    @Override
    public void awaitTargets() throws InterruptedException {
        List<String> names =
                TutorialEnvironment.ALL.stream().map(Cluster::target).toList();
        health.require(
                names,
                "Mend that (kubectl " + order.kubectl() + " get nodes should answer), and start the test drive again.");
    }

    @Override
    public ReleaseOrder release() {
        String tag = order.image().tag();
        return new ReleaseOrder(Optional.of(tag), List.of("*:" + ContainerStep.CONTAINER + ":" + tag));
    }

    @Override
    public void awaitPages() throws InterruptedException {
        for (TutorialEnvironment environment : TutorialEnvironment.ALL) {
            Optional<String> address = address(environment);
            if (address.isPresent() && !watcher.await(patience, () -> pages.answers(address.get()))) {
                silent.add(environment);
            }
        }
    }

    @Override
    public Optional<Page> page(TutorialEnvironment environment) {
        String remark = silent.contains(environment)
                ? "does not answer from this machine: deploy it again if it was removed, or name another node with --node"
                : "";
        return address(environment).map(address -> new Page(address, remark));
    }

    private Optional<String> address(TutorialEnvironment environment) {
        return Optional.of(environment)
                .filter(deployments::isThere)
                .flatMap(ports::in)
                .map(port -> "http://" + order.node() + ":" + port);
    }

    @Override
    public List<String> notes() {
        List<String> namespaces =
                TutorialEnvironment.ALL.stream().map(Cluster::namespace).toList();
        return List.of(
                "It runs in the namespaces " + String.join(", ", namespaces) + " of the cluster, also when the test"
                        + " drive has ended. To remove them:",
                "  kubectl " + order.kubectl() + " delete namespace --ignore-not-found " + String.join(" ", namespaces),
                "",
                "Ctrl-C ends the server.");
    }

    @Override
    public void close() {
        pages.close();
    }

    private static String target(TutorialEnvironment environment) {
        return "Kubernetes " + environment.name();
    }

    private static String namespace(TutorialEnvironment environment) {
        return "randomquotes-" + environment.name().toLowerCase(Locale.ROOT);
    }
}
