package tako.server.people.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tako.platform.database.View;
import tako.server.resource.Catalogue;
import tako.server.resource.Kind;
import tako.server.resource.Slice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of events, newest first. */
final class EventRows {
    private final JsonMapper mapper;
    private final Catalogue catalogue;

    EventRows(JsonMapper mapper, Catalogue catalogue) {
        this.mapper = mapper;
        this.catalogue = catalogue;
    }

    Slice<Event> list(View view, EventQuery query) {
        var filter = new EventFilter(query);
        int total = filter.bind(view.query("select count(*) from event" + filter.where()))
                .mapTo(Integer.class)
                .one();
        List<Row> rows = filter.bind(view.query(
                        "select * from event" + filter.where() + " order by number desc limit :take offset :skip"))
                .bind("take", query.take())
                .bind("skip", query.skip())
                .mapTo(Row.class)
                .list();
        Map<String, List<String>> regards =
                regards(view, rows.stream().map(Row::id).toList());
        Map<String, Named> names = names(view, regards);
        return new Slice<>(
                rows.stream()
                        .map(row -> event(row, regarded(regards, row, names), query.withDetails()))
                        .toList(),
                total);
    }

    Optional<Event> byId(View view, String id) {
        return view.query("select * from event where lower(id) = :id")
                .bind("id", id.toLowerCase(Locale.ROOT))
                .mapTo(Row.class)
                .findOne()
                .map(row -> {
                    Map<String, List<String>> regards = regards(view, List.of(row.id()));
                    return event(row, regarded(regards, row, names(view, regards)), true);
                });
    }

    /** A document that events regard, as it is called now; without a name when it is gone or is no document. */
    private record Named(String id, String name) {}

    /** Those of all events by their ids in lower case, with one statement for each kind. */
    private Map<String, Named> names(View view, Map<String, List<String>> regards) {
        Map<Kind<?>, List<String>> byKind = new HashMap<>();
        regards.values().stream()
                .flatMap(List::stream)
                .distinct()
                .forEach(id -> catalogue
                        .kindOf(id)
                        .ifPresent(kind -> byKind.computeIfAbsent(kind, added -> new ArrayList<>())
                                .add(id)));
        Map<String, Named> names = new HashMap<>();
        byKind.forEach((kind, ids) -> catalogue
                .names(view, kind, ids)
                .forEach((id, name) -> names.put(id.toLowerCase(Locale.ROOT), new Named(id, name))));
        return names;
    }

    private static List<Named> regarded(Map<String, List<String>> regards, Row row, Map<String, Named> names) {
        return regards.getOrDefault(row.id(), List.of()).stream()
                .map(id -> names.getOrDefault(id, new Named(id, "")))
                .toList();
    }

    /** The ways by which people and programs reach the server, as they name themselves. */
    List<String> agents(View view) {
        return view.query("select distinct user_agent from event where user_agent <> '' order by user_agent limit 1000")
                .mapTo(String.class)
                .list();
    }

    private static Map<String, List<String>> regards(View view, List<String> events) {
        if (events.isEmpty()) {
            return Map.of();
        }
        return view
                .query("select event_id, document from event_regards where event_id in (<events>) order by document")
                .bindList("events", events)
                .map((row, context) -> Map.entry(row.getString("event_id"), row.getString("document")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Event event(Row row, List<Named> regards, boolean withDetails) {
        return new Event(
                row.id(),
                regards.stream().map(Named::id).toList(),
                row.category(),
                row.userId(),
                row.username(),
                false,
                row.establishedWith(),
                row.userAgent(),
                row.occurredAt(),
                row.message(),
                escaped(row.message()),
                MessageReference.in(row.message(), regards.stream().collect(Collectors.toMap(Named::id, Named::name))),
                "",
                "",
                details(row, withDetails),
                row.remoteAddress(),
                row.spaceId().isEmpty() ? null : row.spaceId(),
                Map.of("Self", "/api/events/" + row.id()));
    }

    private @Nullable JsonNode details(Row row, boolean wanted) {
        return wanted ? mapper.readTree(row.difference()) : null;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private record Row(
            String id,
            Instant occurredAt,
            String spaceId,
            String category,
            String userId,
            String username,
            String establishedWith,
            String remoteAddress,
            String userAgent,
            String message,
            String difference) {}
}
