package tako.server.library.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tako.server.resource.Absent;

/** What must hold for a feed. */
final class FeedRules {
    /** How the ids of the feeds begin that a space is born with. */
    static final String BUILT_IN_ID = "feeds-builtin";

    private static final Set<String> SCHEMES = Set.of("http", "https", "oci");
    private static final Set<String> LOCATIONS = Set.of("Server", "ExecutionTarget", "NotAcquired");

    private FeedRules() {}

    /** Whether it is the one that a space is born with. */
    static boolean isBuiltIn(String id) {
        return id.toLowerCase(Locale.ROOT).startsWith(BUILT_IN_ID);
    }

    /** The broken rules, each a sentence. */
    static List<String> problems(Feed feed) {
        Optional<FeedType> type = FeedType.of(feed.feedType());
        if (type.isEmpty()) {
            return List.of("FeedType: '" + feed.feedType() + "' is no type of feeds. Choose one of " + types() + ".");
        }
        var problems = new ArrayList<String>();
        builtIn(feed, type.get()).ifPresent(problems::add);
        address(feed, type.get()).ifPresent(problems::add);
        registryPath(feed).ifPresent(problems::add);
        feed.packageAcquisitionLocationOptions().stream()
                .filter(location -> !LOCATIONS.contains(location))
                .map(location -> "PackageAcquisitionLocationOptions: '" + location
                        + "' is no place to fetch packages to. Choose Server, ExecutionTarget or NotAcquired, or leave"
                        + " the member out.")
                .forEach(problems::add);
        return problems;
    }

    private static Optional<String> builtIn(Feed feed, FeedType type) {
        boolean is = isBuiltIn(feed.id());
        if (is == type.equals(FeedType.BUILT_IN)) {
            return Optional.empty();
        }
        return Optional.of(
                is
                        ? "FeedType: the built-in feed stays one. Send BuiltIn, or make another feed."
                        : "FeedType: each space has its built-in feed from the start, and no other of that type. Choose"
                                + " another type, for example Docker.");
    }

    private static Optional<String> address(Feed feed, FeedType type) {
        String text = Absent.orEmpty(feed.feedUri()).strip();
        if (text.isEmpty()) {
            return !type.hasAddress()
                    ? Optional.empty()
                    : Optional.of("FeedUri: a feed of the type " + type.name()
                            + " needs an address. Send one, for example https://registry.example.org.");
        }
        Optional<URI> address = address(text);
        if (address.isEmpty()) {
            return Optional.of("FeedUri: '" + shown(text) + "' is no address of a feed. Write it with http or https and"
                    + " a host, for example https://registry.example.org.");
        }
        return address.filter(uri -> uri.getRawUserInfo() != null)
                .map(uri -> "FeedUri: an address is not secret, so it may not hold credentials. Send them as Username"
                        + " and Password.");
    }

    private static Optional<String> registryPath(Feed feed) {
        String path = Absent.orEmpty(feed.registryPath()).strip();
        if (path.length() > RegistryAddress.LONGEST) {
            return Optional.of("RegistryPath: this is longer than " + RegistryAddress.LONGEST
                    + " characters. Write a host and, if wanted, a port and a path.");
        }
        return path.isEmpty() || RegistryAddress.isOne(path)
                ? Optional.empty()
                : Optional.of("RegistryPath: '" + path + "' cannot begin the name of an image. Write a host and, if"
                        + " wanted, a port and a path, for example registry.example.org:5000/team.");
    }

    /** An address by which a feed can be reached; empty when a text is none. */
    static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text);
            return Optional.of(uri)
                    .filter(one -> one.getHost() != null && one.getScheme() != null)
                    .filter(one -> SCHEMES.contains(one.getScheme().toLowerCase(Locale.ROOT)));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** A text without what may be credentials. */
    private static String shown(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : "…" + text.substring(at);
    }

    private static String types() {
        return FeedType.ALL.stream()
                .filter(type -> !type.equals(FeedType.BUILT_IN))
                .map(FeedType::name)
                .collect(Collectors.joining(", "));
    }
}
