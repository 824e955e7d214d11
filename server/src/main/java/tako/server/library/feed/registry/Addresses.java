package tako.server.library.feed.registry;

import java.net.URI;
import java.util.Optional;

/** Addresses that servers name. */
final class Addresses {
    private Addresses() {}

    /** An address that may be relative to another; empty when it is none that can be asked. */
    static Optional<URI> resolve(URI from, String text) {
        try {
            URI to = from.resolve(text);
            boolean usable = to.getHost() != null
                    && ("http".equalsIgnoreCase(to.getScheme()) || "https".equalsIgnoreCase(to.getScheme()));
            return usable ? Optional.of(to) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Host and port, without credentials, for people. */
    static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /** Scheme, host and port, for people. */
    static String origin(URI uri) {
        return uri.getScheme() + "://" + host(uri);
    }

    /** Whether two addresses share host, port and scheme. */
    static boolean isSameOrigin(URI one, URI other) {
        return one.getHost().equalsIgnoreCase(other.getHost())
                && isSecure(one) == isSecure(other)
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure(uri) ? 443 : 80;
    }
}
