package tako.server.delivery.deployment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.Chunks;
import tako.platform.database.View;
import tako.platform.task.TaskState;
import tako.server.resource.Documents;
import tako.server.resource.ListQuery;
import tako.server.resource.Slice;
import tako.server.resource.Stored;

/** Lists of deployments, filtered by where they went and what became of them. */
final class DeploymentRows {
    private static final String NO_STATE = "-";

    private final Documents<Deployment> documents;

    DeploymentRows(Documents<Deployment> documents) {
        this.documents = documents;
    }

    Slice<Stored<Deployment>> list(View view, String space, DeploymentQuery query) {
        return query.states().isEmpty() ? documents.list(view, space, places(query)) : inStates(view, space, query);
    }

    private static ListQuery places(DeploymentQuery query) {
        return page(query.ids(), query.skip(), query.take())
                .withScope("project", query.projects())
                .withScope("environment", query.environments())
                .withScope("tenant", query.tenants())
                .withScope("channel", query.channels());
    }

    /** What became of deployments is known from their tasks. */
    private Slice<Stored<Deployment>> inStates(View view, String space, DeploymentQuery query) {
        Map<String, List<String>> lists = lists(query);
        String from = "from delivery join task on task.id = delivery.task where delivery.space_id = :space"
                + lists.keySet().stream()
                        .map(column -> " and lower(" + column + ") in (<" + column.replace('.', '_') + ">)")
                        .collect(Collectors.joining());
        int total = bind(view.query("select count(*) " + from), space, lists)
                .mapTo(Integer.class)
                .one();
        if (query.take() == 0 || query.skip() >= total) {
            return new Slice<>(List.of(), total);
        }
        String page = "select delivery.deployment " + from + " order by delivery.number desc limit :take offset :skip";
        List<String> ids = bind(view.query(page), space, lists)
                .bind("take", query.take())
                .bind("skip", query.skip())
                .mapTo(String.class)
                .list();
        return new Slice<>(read(view, space, ids), total);
    }

    /** Documents by their ids, in the order of a list. */
    List<Stored<Deployment>> read(View view, String space, List<String> ids) {
        return Chunks.of(ids)
                .flatMap(some -> documents.list(view, space, page(some, 0, Integer.MAX_VALUE)).items().stream())
                .toList();
    }

    /** A page of documents. */
    static ListQuery page(List<String> ids, int skip, int take) {
        return new ListQuery(ids, Optional.empty(), Optional.empty(), Map.of(), skip, take);
    }

    private static Map<String, List<String>> lists(DeploymentQuery query) {
        var lists = new LinkedHashMap<String, List<String>>();
        put(lists, "delivery.deployment", query.ids());
        put(lists, "delivery.project", query.projects());
        put(lists, "delivery.environment", query.environments());
        put(lists, "delivery.tenant", query.tenants());
        put(lists, "delivery.channel", query.channels());
        put(lists, "task.state", states(query.states()));
        return lists;
    }

    /** The states as rows have them; unknown names match nothing. */
    private static List<String> states(List<String> names) {
        List<String> known = Arrays.stream(TaskState.values())
                .filter(state -> names.stream().anyMatch(state.wireName()::equalsIgnoreCase))
                .map(TaskState::name)
                .toList();
        return known.isEmpty() && !names.isEmpty() ? List.of(NO_STATE) : known;
    }

    private static void put(Map<String, List<String>> lists, String column, List<String> values) {
        if (!values.isEmpty()) {
            lists.put(
                    column,
                    values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList());
        }
    }

    private static Query bind(Query query, String space, Map<String, List<String>> lists) {
        query.bind("space", space);
        lists.forEach((column, values) -> query.bindList(column.replace('.', '_'), values));
        return query;
    }
}
