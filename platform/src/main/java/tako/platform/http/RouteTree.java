package tako.platform.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Routes by their templates: literals ignoring case before parameters, parameters before a rest of the path. */
final class RouteTree {
    private final Map<String, RouteTree> literals = new HashMap<>();
    private final Map<HttpMethod, Route<?>> here = new EnumMap<>(HttpMethod.class);
    private final Map<HttpMethod, Route<?>> rest = new EnumMap<>(HttpMethod.class);
    private Optional<RouteTree> parameter = Optional.empty();

    /** Adds a route and returns the one that stood at the same place before. */
    Optional<Route<?>> add(Route<?> route) {
        return add(route, PathTemplate.of(route.path()).segments());
    }

    private Optional<Route<?>> add(Route<?> route, List<PathTemplate.Segment> template) {
        if (template.isEmpty()) {
            return Optional.ofNullable(here.putIfAbsent(route.method(), route));
        }
        List<PathTemplate.Segment> further = template.subList(1, template.size());
        return switch (template.getFirst()) {
            case PathTemplate.Literal literal ->
                literals.computeIfAbsent(literal.text().toLowerCase(Locale.ROOT), _ -> new RouteTree())
                        .add(route, further);
            case PathTemplate.Parameter ignored -> parameterTree().add(route, further);
            case PathTemplate.Rest ignored -> Optional.ofNullable(rest.putIfAbsent(route.method(), route));
        };
    }

    private RouteTree parameterTree() {
        RouteTree tree = parameter.orElseGet(RouteTree::new);
        parameter = Optional.of(tree);
        return tree;
    }

    /** The routes whose template fits, the most specific of each method. */
    Map<HttpMethod, Route<?>> find(List<String> segments) {
        var found = new EnumMap<HttpMethod, Route<?>>(HttpMethod.class);
        collect(segments).forEach(routes -> routes.forEach(found::putIfAbsent));
        return found;
    }

    private List<Map<HttpMethod, Route<?>>> collect(List<String> segments) {
        var fitting = new ArrayList<Map<HttpMethod, Route<?>>>();
        if (segments.isEmpty()) {
            fitting.add(here);
        } else {
            List<String> further = segments.subList(1, segments.size());
            String first = segments.getFirst();
            Optional.ofNullable(literals.get(first.toLowerCase(Locale.ROOT)))
                    .ifPresent(tree -> fitting.addAll(tree.collect(further)));
            parameter.filter(tree -> !first.isEmpty()).ifPresent(tree -> fitting.addAll(tree.collect(further)));
        }
        fitting.add(rest);
        return fitting;
    }
}
