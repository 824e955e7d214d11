package tako.steps.kubernetes.containers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tako.server.delivery.step.RenderContext.FeedInUse;
import tako.steps.kubernetes.manifest.Manifest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The secrets by which the cluster may pull images: one for each feed with credentials whose containers ask for it. They are shared by all
 * steps of a namespace that use the feed, so they bear no step's labels.
 */
final class FeedSecretSection {
    private static final String PREFIX = "octopus-feedcred-";
    private static final String TYPE = "kubernetes.io/dockerconfigjson";

    private final Map<String, FeedInUse> feeds = new LinkedHashMap<>();

    FeedSecretSection(Scope scope, List<Item> containers) {
        containers.stream()
                .filter(container -> container.field("CreateFeedSecrets").isTrue())
                .flatMap(container -> Images.of(container, scope.packages()).stream())
                .map(image -> image.feed())
                .filter(FeedInUse::hasCredentials)
                .forEach(feed -> feeds.putIfAbsent(PREFIX + feed.id().toLowerCase(Locale.ROOT), feed));
    }

    /** Their names. */
    List<String> names() {
        return List.copyOf(feeds.keySet());
    }

    List<Manifest> manifests() {
        return feeds.entrySet().stream()
                .map(feed -> manifest(feed.getKey(), feed.getValue()))
                .toList();
    }

    private static Manifest manifest(String name, FeedInUse feed) {
        ObjectNode object = new ObjectDraft()
                .with("apiVersion", "v1")
                .with("kind", "Secret")
                .with("metadata", new ObjectDraft().with("name", name).node())
                .with("type", TYPE)
                .with(
                        "data",
                        new ObjectDraft()
                                .with(
                                        ".dockerconfigjson",
                                        Text.secret(base64(configuration(feed))).node())
                                .node())
                .node();
        return Leaf.manifest(object);
    }

    private static String configuration(FeedInUse feed) {
        String password = feed.password().reveal();
        ObjectNode login = new ObjectDraft()
                .with("username", feed.username())
                .with("password", password)
                .with("auth", base64(feed.username() + ":" + password))
                .node();
        ObjectNode logins = JsonNodeFactory.instance.objectNode();
        logins.set(feed.registry(), login);
        return JsonTexts.text(new ObjectDraft().with("auths", logins).node());
    }

    /** A text as Kubernetes keeps it in a secret. */
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
