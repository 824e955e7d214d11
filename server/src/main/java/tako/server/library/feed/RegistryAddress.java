package tako.server.library.feed;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tako.server.resource.Absent;

/**
 * What the names of a registry's images begin with: host, perhaps a port, perhaps a path.
 *
 * @param text {@code registry.example.org:5000/team}; "" for a feed without any
 */
public record RegistryAddress(String text) {
    /** What Docker Hub is called in names of images. */
    static final String DOCKER_HUB = "index.docker.io";

    private static final Set<String> DOCKER_HUB_HOSTS = Set.of(
            DOCKER_HUB,
            "docker.io",
            "www.docker.io",
            "hub.docker.com",
            "registry.hub.docker.com",
            "registry-1.docker.io",
            "cdn-registry-1.docker.io");
    /** Characters at most: as many as a registry takes for a repository's name. */
    static final int LONGEST = 255;

    private static final Pattern SCHEME = Pattern.compile("^(?i)(?:https?|oci)://");
    private static final Pattern FORM =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])"
                    + "(?::[0-9]{1,5})?(?:/[A-Za-z0-9]++(?:[._-]++[A-Za-z0-9]++)*+)*+");

    /** That of a feed: its registry path, with the path part kept, else the host and port of its address. */
    public static RegistryAddress of(Feed feed) {
        String path = bare(Absent.orEmpty(feed.registryPath()));
        if (!path.isEmpty()) {
            return new RegistryAddress(path);
        }
        return FeedRules.address(Absent.orEmpty(feed.feedUri()).strip())
                .map(RegistryAddress::ofUri)
                .orElse(new RegistryAddress(""));
    }

    /** Whether a host is Docker Hub's. */
    static boolean isDockerHub(String host) {
        return DOCKER_HUB_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a text, perhaps with a scheme before it, can begin the name of an image. */
    static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(bare(text)).matches();
    }

    private static RegistryAddress ofUri(URI uri) {
        if (isDockerHub(uri.getHost())) {
            return new RegistryAddress(DOCKER_HUB);
        }
        return new RegistryAddress(uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
    }

    /** Without scheme and slashes at its end, which people copy along. */
    private static String bare(String text) {
        String path = SCHEME.matcher(text.strip()).replaceFirst("");
        return path.replaceFirst("/+$", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
