package tako.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tako.app.testdrive.TestDriveRefused;
import tako.app.testdrive.cluster.ClusterConnection;
import tako.app.testdrive.cluster.ClusterOrder;
import tako.app.testdrive.cluster.Image;
import tako.app.testdrive.cluster.Kubeconfig;
import tako.app.testdrive.cluster.Registry;

/** Which cluster the test drive uses, and what it deploys there. */
final class ClusterOptions {
    private static final String HOW_TO_PUSH = """
            A cluster pulls Random Quotes from a registry: --kubeconfig FILE needs --image NAME:TAG and --feed URL.
            Build the sample's image and push it with the tool that you have, for example:
              docker build --build-arg VERSION=1.0.1 --tag registry.example.org/randomquotes:1.0.1 samples/random-quotes
              docker push registry.example.org/randomquotes:1.0.1
            and then start with --image randomquotes:1.0.1 --feed https://registry.example.org
            The cluster's nodes must be able to pull from there. Without Docker, testbed/sample-image.sh makes the image and pushes it to the cluster of the tests.""";

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Deploy to this cluster instead of this machine; with --image and --feed.")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context (default: the kubeconfig's current one).")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--image",
            paramLabel = "NAME:TAG",
            description = "The image of Random Quotes, without its registry; its tag is the release's version.")
    private Optional<String> image = Optional.empty();

    @Option(names = "--feed", paramLabel = "URL", description = "The registry that has the image.")
    private Optional<String> feed = Optional.empty();

    @Option(
            names = "--node",
            paramLabel = "ADDRESS",
            description = "A node's address, where its node ports answer (default: the API server's).")
    private Optional<String> node = Optional.empty();

    /**
     * What was asked for; empty for this machine.
     *
     * @throws TestDriveRefused when it is not enough, or wrong
     */
    Optional<ClusterOrder> order() {
        if (kubeconfig.isEmpty()) {
            requireNothingElse();
        }
        return kubeconfig.map(this::order);
    }

    private void requireNothingElse() {
        if (Stream.of(context, image, feed, node).anyMatch(Optional::isPresent)) {
            throw new TestDriveRefused(
                    "--context, --image, --feed and --node are for a cluster. Name it with --kubeconfig FILE.");
        }
    }

    private ClusterOrder order(Path file) {
        if (image.isEmpty() || feed.isEmpty()) {
            throw new TestDriveRefused(HOW_TO_PUSH);
        }
        Image wanted = Image.parse(image.get());
        Registry registry = Registry.parse(feed.get());
        ClusterConnection connection = Kubeconfig.connection(file, context);
        String address = ClusterOrder.node(node.orElse(connection.server().getHost()));
        return new ClusterOrder(kubectl(file), connection, wanted, registry, address);
    }

    private String kubectl(Path file) {
        return "--kubeconfig " + file
                + context.map(name -> " --context " + name).orElse("");
    }
}
