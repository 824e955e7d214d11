package tako.server.people.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tako.platform.database.View;
import tako.server.resource.Slice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of events, newest first. */
final class EventRows {
    private final JsonMapper mapper;

    EventRows(JsonMapper mapper) {
        this.mapper = mapper;
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
        return new Slice<>(
                rows.stream()
                        .map(row -> event(row, regards.getOrDefault(row.id(), List.of()), query.withDetails()))
                        .toList(),
                total);
    }

    Optional<Event> byId(View view, String id) {
        return view.query("select * from event where lower(id) = :id")
                .bind("id", id.toLowerCase(Locale.ROOT))
                .mapTo(Row.class)
                .findOne()
                .map(row -> event(row, regards(view, List.of(row.id())).getOrDefault(row.id(), List.of()), true));
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

    private Event event(Row row, List<String> regards, boolean withDetails) {
        return new Event(
                row.id(),
                regards,
                row.category(),
                row.userId(),
                row.username(),
                false,
                row.establishedWith(),
                row.userAgent(),
                row.occurredAt(),
                row.message(),
                escaped(row.message()),
                List.of(),
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
