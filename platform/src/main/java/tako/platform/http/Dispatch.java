package tako.platform.http;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the route of an address. Below {@code /api} there are three forms of every address in a space: {@code
 * /api/Spaces-1/x}, {@code /api/spaces/{idOrSlug}/x} and {@code /api/x}. A segment after {@code api} is a space only if it
 * looks like an id, or follows {@code spaces} and is itself followed by more than a route of the system takes.
 */
final class Dispatch {
    private static final Pattern SPACE_ID = Pattern.compile("(?i)spaces-\\d+");

    private final RouteTable table;
    private final SpaceResolver spaces;

    Dispatch(RouteTable table, SpaceResolver spaces) {
        this.table = table;
        this.spaces = spaces;
    }

    /** One way to read an address. */
    private record Reading(
            Map<HttpMethod, Route<?>> routes, List<String> path, String spaceAsked, Supplier<Optional<String>> space) {}

    /**
     * Finds the route.
     *
     * @throws Problem 404 when no route has this address, 405 when one has but not with this method
     */
    Destination find(Verb verb, RequestPath requested) {
        List<Reading> readings = readings(requested.segments());
        for (Reading reading : readings) {
            Optional<Route<?>> route = verb.method().map(reading.routes()::get);
            if (route.isPresent()) {
                return destination(route.get(), reading);
            }
        }
        throw unmatched(verb, readings);
    }

    private List<Reading> readings(List<String> path) {
        if (path.isEmpty() || !path.getFirst().equalsIgnoreCase("api")) {
            return List.of(new Reading(table.atRoot(path), path, "", () -> Optional.of("")));
        }
        List<String> below = path.subList(1, path.size());
        if (!below.isEmpty() && SPACE_ID.matcher(below.getFirst()).matches()) {
            return List.of(inSpace(below.getFirst(), below.subList(1, below.size()), spaces::byId));
        }
        if (below.size() > 2 && below.getFirst().equalsIgnoreCase("spaces")) {
            Reading system = new Reading(table.inSystem(below), below, "", () -> Optional.of(""));
            return List.of(system, inSpace(below.get(1), below.subList(2, below.size()), spaces::byIdOrSlug));
        }
        return List.of(new Reading(table.withoutSpace(below), below, "", spaces::defaultSpace));
    }

    private Reading inSpace(String asked, List<String> path, Function<String, Optional<String>> resolve) {
        return new Reading(table.inSpace(path), path, asked, () -> resolve.apply(asked));
    }

    private static Destination destination(Route<?> route, Reading reading) {
        Map<String, String> parameters = PathTemplate.of(route.path()).values(reading.path());
        boolean named = !reading.spaceAsked().isEmpty();
        Optional<String> space = switch (route.scope()) {
            case SYSTEM, ROOT -> Optional.of("");
            case MIXED -> named ? reading.space().get() : Optional.of("");
            case SPACE -> reading.space().get();
        };
        return new Destination(route, parameters, space, reading.spaceAsked());
    }

    private static Problem unmatched(Verb verb, List<Reading> readings) {
        var allowed = new EnumMap<HttpMethod, Route<?>>(HttpMethod.class);
        readings.forEach(reading -> allowed.putAll(reading.routes()));
        if (allowed.isEmpty()) {
            return Problem.of(404, "Nothing was found at this address. All addresses are listed in /api/openapi.json.");
        }
        String methods = allowed.keySet().stream().map(Enum::name).collect(Collectors.joining(", "));
        return Problem.of(405, "This address does not take " + verb.name() + ". It takes " + methods + ".")
                .withHeader("Allow", methods);
    }
}
