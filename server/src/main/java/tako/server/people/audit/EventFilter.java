package tako.server.people.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** The where clause of a query for events. */
final class EventFilter {
    private static final String REGARDS = "id in (select event_id from event_regards where ";

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    EventFilter(EventQuery query) {
        spaces(query);
        in("id", query.ids());
        in("category", query.categories());
        in("user_id", query.users());
        query.regarding().forEach(document -> inRegards("document", List.of(lower(document))));
        query.regardingAny()
                .forEach(documents -> inRegards(
                        "document", documents.stream().map(EventFilter::lower).toList()));
        types(query.documentTypes());
        query.from().ifPresent(instant -> clauses.add("occurred_at >= " + value(instant)));
        query.to().ifPresent(instant -> clauses.add("occurred_at <= " + value(instant)));
        query.numbers().first().ifPresent(number -> clauses.add("number >= " + value(number)));
        query.numbers().last().ifPresent(number -> clauses.add("number <= " + value(number)));
    }

    /** The clause, with a blank before it; "" for none. */
    String where() {
        return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        lists.forEach(query::bindList);
        return query;
    }

    private void spaces(EventQuery query) {
        List<String> asked = query.space().spaces();
        if (asked.isEmpty()) {
            if (!query.space().system()) {
                clauses.add("space_id <> ''");
            }
            return;
        }
        var accepted = new ArrayList<>(asked.stream().map(EventFilter::lower).toList());
        if (query.space().system()) {
            accepted.add("");
        }
        in("lower(space_id)", accepted);
    }

    private void in(String column, List<String> accepted) {
        if (!accepted.isEmpty()) {
            clauses.add(column + " in (<" + list(accepted) + ">)");
        }
    }

    private void inRegards(String column, List<String> accepted) {
        if (!accepted.isEmpty()) {
            clauses.add(REGARDS + column + " in (<" + list(accepted) + ">))");
        }
    }

    private void types(List<String> types) {
        if (!types.isEmpty()) {
            List<String> alternatives = types.stream()
                    .map(type -> "document like " + value(lower(type).replaceAll("[^a-z]", "") + "-%"))
                    .toList();
            clauses.add(REGARDS + "(" + String.join(" or ", alternatives) + "))");
        }
    }

    private String list(List<String> accepted) {
        String name = "list" + lists.size();
        lists.put(name, accepted);
        return name;
    }

    private String value(Object value) {
        String name = "value" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
