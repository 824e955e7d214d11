package tako.server.library.feed;

import java.util.List;
import java.util.Optional;
import tako.platform.http.Problem;
import tako.platform.secret.Secret;
import tako.server.library.feed.registry.Registry;
import tako.server.library.feed.registry.Registry.Login;
import tako.server.library.feed.registry.RegistryClient;
import tako.server.library.feed.registry.RegistryFailure;

/** Asks feeds, each in the way of its kind. Never to be called in a transaction. */
public final class FeedClient {
    private final RegistryClient registries;

    public FeedClient(RegistryClient registries) {
        this.registries = registries;
    }

    /** A question to a registry. */
    @FunctionalInterface
    private interface Asking<T> {
        T of(RegistryClient registries, Registry registry) throws RegistryFailure, InterruptedException;
    }

    /** The packages whose names contain a term. @throws Problem 400 with the reason when the feed does not answer */
    List<String> packages(FeedAccess feed, String term) {
        return switch (use(feed)) {
            case BUILT_IN -> List.of();
            case REGISTRY -> ask(feed, (client, registry) -> client.repositories(registry, term));
            case KEPT -> throw notOffered(feed);
        };
    }

    /** The versions of a package, in no order. @throws Problem 400 with the reason when the feed does not answer */
    List<String> versions(FeedAccess feed, String packageId) {
        return switch (use(feed)) {
            case BUILT_IN -> List.of();
            case REGISTRY -> ask(feed, (client, registry) -> client.tags(registry, packageId));
            case KEPT -> throw notOffered(feed);
        };
    }

    /** What was seen of a feed that answers, a sentence. @throws Problem 400 with the reason when it does not */
    String test(FeedAccess feed) {
        return switch (use(feed)) {
            case BUILT_IN -> "The built-in feed is part of this server, so there is nothing to reach.";
            case REGISTRY ->
                ask(feed, (client, registry) -> {
                    client.probe(registry);
                    return feed.registry() + " answers as a container registry does, and lets "
                            + feed.username()
                                    .map(user -> "the user '" + user + "'")
                                    .orElse("strangers")
                            + " in.";
                });
            case KEPT -> throw notOffered(feed);
        };
    }

    private <T> T ask(FeedAccess feed, Asking<T> asking) {
        try {
            return asking.of(registries, registry(feed));
        } catch (RegistryFailure failure) {
            throw Problem.invalid("Feed '" + feed.name() + "': " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Problem.of(503, "The question to the feed '" + feed.name() + "' was stopped. Ask again.");
        }
    }

    private static Registry registry(FeedAccess feed) {
        Optional<Login> login =
                feed.username().map(user -> new Login(user, feed.password().orElse(Secret.of(""))));
        var address = FeedRules.address(feed.uri())
                .orElseThrow(() -> Problem.invalid(
                        "Feed '" + feed.name() + "': its address cannot be read. Correct FeedUri in the feed."));
        return RegistryAddress.isDockerHub(address.getHost()) ? Registry.dockerHub(login) : Registry.at(address, login);
    }

    private static FeedType.Use use(FeedAccess feed) {
        return FeedType.of(feed.type()).map(FeedType::use).orElse(FeedType.Use.KEPT);
    }

    private static Problem notOffered(FeedAccess feed) {
        return Problem.invalid("Feed '" + feed.name() + "': feeds of the type " + feed.type() + " are kept, but this"
                + " version cannot ask them for packages. Type versions by hand, or use a container registry (Docker,"
                + " OciRegistry, AzureContainerRegistry, GoogleContainerRegistry with username and password).");
    }
}
