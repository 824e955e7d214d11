package tako.server.people.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tako.platform.http.Call;
import tako.platform.http.Endpoint;
import tako.platform.http.Paging;
import tako.platform.http.Problem;
import tako.platform.http.Response;
import tako.platform.http.Route;
import tako.platform.http.Scope;
import tako.server.people.audit.EventCatalogue.Group;
import tako.server.people.audit.EventCatalogue.Word;
import tako.server.resource.Slice;
import tako.server.settings.space.SpaceChoice;

/** The routes of events, at the system and in each space. */
public final class EventRoutes {
    private static final String PATH = "/events";
    private static final String[] FILTERS = {
        "ids",
        "regarding",
        "regardingAny",
        "user",
        "users",
        "projects",
        "environments",
        "tenants",
        "eventCategories",
        "eventGroups",
        "documentTypes",
        "from",
        "to",
        "fromAutoId",
        "toAutoId",
        "spaces",
        "includeSystem",
        "excludeDifference"
    };

    private final Events events;

    public EventRoutes(Events events) {
        this.events = events;
    }

    /** The routes. */
    public List<Route<?>> routes() {
        return List.of(
                get(PATH)
                        .query(Stream.concat(Stream.of("skip", "take"), Stream.of(FILTERS))
                                .toArray(String[]::new))
                        .summary("Lists events, newest first")
                        .answersPage(Event.class)
                        .does(this::page),
                get(PATH + "/categories")
                        .summary("What kinds of events there are")
                        .answers(Word[].class)
                        .does(call -> Response.ok(EventCatalogue.CATEGORIES)),
                get(PATH + "/groups")
                        .summary("Groups of kinds of events")
                        .answers(Group[].class)
                        .does(call -> Response.ok(EventCatalogue.GROUPS)),
                get(PATH + "/documenttypes")
                        .summary("What kinds of documents events regard")
                        .answers(Word[].class)
                        .does(call -> Response.ok(events.documentTypes())),
                get(PATH + "/agents")
                        .summary("The programs that events came from")
                        .answers(Word[].class)
                        .does(call -> Response.ok(events.agents(call.principal()))),
                get(PATH + "/{id}")
                        .summary("Reads an event")
                        .answers(Event.class)
                        .does(call -> Response.ok(events.get(call.principal(), call.space(), call.path("id")))));
    }

    private static Endpoint get(String path) {
        return Endpoint.get(path).in(Scope.MIXED).needs("EventView");
    }

    private Response page(Call<Void> call) {
        var paging = Paging.of(call, Paging.USUAL_TAKE, FILTERS);
        Slice<Event> found = events.list(call.principal(), call.space(), query(call, paging));
        return Response.ok(paging.page("Event", found.items(), found.total()));
    }

    private static EventQuery query(Call<?> call, Paging paging) {
        return new EventQuery(
                SpaceChoice.of(call),
                call.queryList("ids"),
                call.queryList("regarding"),
                Stream.of("regardingAny", "projects", "environments", "tenants")
                        .map(call::queryList)
                        .toList(),
                Stream.concat(call.queryList("users").stream(), call.queryList("user").stream())
                        .toList(),
                EventCatalogue.categories(call.queryList("eventCategories"), call.queryList("eventGroups")),
                call.queryList("documentTypes"),
                instant(call, "from"),
                instant(call, "to"),
                new EventQuery.Numbers(number(call, "fromAutoId"), number(call, "toAutoId")),
                call.query("excludeDifference").filter("true"::equalsIgnoreCase).isEmpty(),
                paging.skip(),
                paging.take());
    }

    private static Optional<Long> number(Call<?> call, String name) {
        return call.query(name).map(text -> {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException unclear) {
                throw Problem.invalid(
                        name + ": '" + text + "' is no number. Send that of an event's id, for example 12.");
            }
        });
    }

    private static Optional<Instant> instant(Call<?> call, String name) {
        return call.query(name).map(text -> {
            try {
                return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeParseException unclear) {
                throw Problem.invalid(name + ": '" + text + "' is no instant. Example: 2026-01-31T12:00:00Z");
            }
        });
    }
}
