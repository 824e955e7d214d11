package tako.server.settings.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.http.Route;

/** Which links of the root documents lead to no route. */
public final class UnservedLinks {
    private UnservedLinks() {}

    /**
     * The keys whose routes are still to come ({@code links-without-routes.txt}): the list only shrinks. A test of the whole
     * program holds it against {@link #of}.
     */
    public static Set<String> known() {
        return new TreeSet<>(RootLinks.lines("links-without-routes.txt"));
    }

    /** The keys of links whose address no route has, whatever its method. */
    public static Set<String> of(RootLinks links, List<Route<?>> routes) {
        Set<String> served = routes.stream().flatMap(UnservedLinks::addresses).collect(Collectors.toSet());
        return links.all().stream()
                .filter(link -> !served.contains(address(link)))
                .map(RootLink::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A link's address with every parameter alike; optional segments and queries are left out. */
    private static String address(RootLink link) {
        String path = link.template().replaceAll("\\{[?/][^}]*}", "").replaceAll("\\?.*", "");
        return switch (link.level()) {
            case SYSTEM -> alike(path);
            case SPACE, MIXED -> alike("/api/{space}" + path);
        };
    }

    /** Every address of a route; one in a space has one without it too. */
    private static Stream<String> addresses(Route<?> route) {
        String path = route.path().equals("/") ? "" : route.path();
        return switch (route.scope()) {
            case ROOT -> Stream.of(alike(path));
            case SYSTEM -> Stream.of(alike("/api" + path));
            case SPACE, MIXED -> Stream.of(alike("/api/{space}" + path), alike("/api" + path));
        };
    }

    private static String alike(String path) {
        return Arrays.stream(path.toLowerCase(Locale.ROOT).split("/"))
                .map(segment -> segment.startsWith("{") ? "{}" : segment)
                .collect(Collectors.joining("/"));
    }
}
