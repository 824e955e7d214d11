package tako.platform.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tako.platform.http.HttpMethod;
import tako.platform.http.PathTemplate;
import tako.platform.http.Route;
import tako.platform.http.Scope;

/** The one address under which the document lists a route: with the space, where there is one. */
record Address(Scope scope, List<PathTemplate.Segment> segments) {
    private static final String SPACE_ID = "spaceId";

    static Address of(Route<?> route) {
        List<PathTemplate.Segment> own = PathTemplate.of(route.path()).segments();
        var all = new ArrayList<PathTemplate.Segment>(prefix(route.scope()));
        all.addAll(own);
        return new Address(route.scope(), List.copyOf(all));
    }

    private static List<PathTemplate.Segment> prefix(Scope scope) {
        var api = new PathTemplate.Literal("api");
        return switch (scope) {
            case ROOT -> List.of();
            case SYSTEM -> List.of(api);
            case SPACE, MIXED -> List.of(api, new PathTemplate.Parameter(SPACE_ID));
        };
    }

    String path() {
        return "/" + segments.stream().map(Address::shown).collect(Collectors.joining("/"));
    }

    /** The same for all addresses that the router does not tell apart. */
    String shape() {
        return segments.stream()
                .map(segment -> switch (segment) {
                    case PathTemplate.Literal literal -> literal.text().toLowerCase(Locale.ROOT);
                    case PathTemplate.Parameter ignored -> "{}";
                    case PathTemplate.Rest ignored -> "{*}";
                })
                .collect(Collectors.joining("/"));
    }

    /** {@code getProjectsByIdChannels}: the route's own path after its method. */
    String operationId(HttpMethod method) {
        List<PathTemplate.Segment> own = segments.subList(prefix(scope).size(), segments.size());
        String words = own.stream().map(Address::words).collect(Collectors.joining());
        return method.name().toLowerCase(Locale.ROOT) + (own.isEmpty() ? root() : words);
    }

    private String root() {
        return switch (scope) {
            case ROOT -> "Site";
            case SYSTEM -> "Root";
            case SPACE, MIXED -> "SpaceRoot";
        };
    }

    /** The first word of the route's own path, by which operations are grouped; "" for a root. */
    String tag() {
        return segments.stream()
                .skip(prefix(scope).size())
                .limit(1)
                .map(segment -> segment instanceof PathTemplate.Literal literal ? literal.text() : "")
                .collect(Collectors.joining());
    }

    private static String shown(PathTemplate.Segment segment) {
        return switch (segment) {
            case PathTemplate.Literal literal -> literal.text();
            case PathTemplate.Parameter parameter -> "{" + parameter.name() + "}";
            case PathTemplate.Rest rest -> "{" + rest.name() + "}";
        };
    }

    private static String words(PathTemplate.Segment segment) {
        return switch (segment) {
            case PathTemplate.Literal literal -> capitalised(literal.text());
            case PathTemplate.Parameter parameter -> "By" + capitalised(parameter.name());
            case PathTemplate.Rest rest -> "By" + capitalised(rest.name());
        };
    }

    private static String capitalised(String text) {
        return Stream.of(text.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
