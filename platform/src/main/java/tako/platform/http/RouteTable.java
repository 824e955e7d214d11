package tako.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All routes of a server. Construction refuses what would be found out too late: two routes at one address (ignoring case
 * and the names of parameters), a route without a declared access, a body without an example.
 */
public final class RouteTable {
    private final List<Route<?>> routes;
    private final RouteTree system = new RouteTree();
    private final RouteTree spaced = new RouteTree();
    private final RouteTree unspaced = new RouteTree();
    private final RouteTree root = new RouteTree();

    /** @throws IllegalArgumentException naming every route that is refused, and why */
    public RouteTable(List<Route<?>> routes) {
        this.routes = List.copyOf(routes);
        var refused = new ArrayList<String>();
        this.routes.forEach(route -> refused.addAll(faults(route)));
        this.routes.forEach(route ->
                add(route).ifPresent(other -> refused.add(route + " and " + other + " have the same address.")));
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("The route table is refused. " + String.join(" ", refused));
        }
    }

    /** Every route, in the order declared. */
    public List<Route<?>> routes() {
        return routes;
    }

    /** Routes outside {@code /api} that fit. */
    Map<HttpMethod, Route<?>> atRoot(List<String> path) {
        return root.find(path);
    }

    /** Routes of the system that fit a path below {@code /api}. */
    Map<HttpMethod, Route<?>> inSystem(List<String> path) {
        return system.find(path);
    }

    /** Routes of a space that fit a path below {@code /api/{space}}. */
    Map<HttpMethod, Route<?>> inSpace(List<String> path) {
        return spaced.find(path);
    }

    /** Routes that fit a path below {@code /api} which names no space. */
    Map<HttpMethod, Route<?>> withoutSpace(List<String> path) {
        return unspaced.find(path);
    }

    private Optional<Route<?>> add(Route<?> route) {
        boolean spaceRoot = route.path().equals("/");
        return switch (route.scope()) {
            case ROOT -> root.add(route);
            case SYSTEM -> system.add(route).or(() -> unspaced.add(route));
            case SPACE, MIXED -> spaced.add(route).or(() -> spaceRoot ? Optional.empty() : unspaced.add(route));
        };
    }

    private static List<String> faults(Route<?> route) {
        var faults = new ArrayList<String>();
        if (isUndeclared(route.access())) {
            faults.add(route + " does not say who may call it.");
        }
        if (route.hasBody() && route.example().isEmpty()) {
            faults.add(route + " takes a body but shows no example of one.");
        }
        List<String> names = PathTemplate.of(route.path()).names();
        if (names.stream().distinct().count() < names.size()) {
            faults.add(route + " names two parameters alike.");
        }
        return faults;
    }

    @SuppressWarnings("ConstantValue") // the table is the last place that can catch a null before requests do
    private static boolean isUndeclared(Access access) {
        return switch (access) {
            case null -> true;
            case Access.Anonymous ignored -> false;
            case Access.SignedIn ignored -> false;
            case Access.Needs needs -> needs.permission().isBlank();
        };
    }
}
