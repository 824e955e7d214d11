package tako.server.delivery.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.DeliveryTask;
import tools.jackson.databind.json.JsonMapper;

/** What stands where, joined with tasks, and what a space's dashboard shows. */
final class DashboardRows {
    private final JsonMapper mapper;

    DashboardRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * A deployment of the read model.
     *
     * @param channel "" in the row for all channels together
     * @param latest whether it is the newest of its place
     */
    record Standing(DeliveryTask delivery, String channel, boolean latest) {}

    /** The newest of each place of a space, and, if it is another, the newest that succeeded. */
    List<Standing> standing(View view, String space) {
        return standing(view, "standing.space_id = :key", space);
    }

    /** The same of one project. */
    List<Standing> standingOf(View view, String project) {
        return standing(view, "standing.owner = :key", project);
    }

    private static List<Standing> standing(View view, String which, String key) {
        Query query = view.query("select " + Deliveries.COLUMNS + ", standing.channel as lane, standing.latest"
                + " from current_delivery standing"
                + " join delivery on delivery.deployment = standing.latest"
                + " or delivery.deployment = standing.latest_success"
                + Deliveries.JOINS
                + " where " + which + " order by delivery.number desc");
        return query.bind("key", key)
                .map((row, context) -> {
                    DeliveryTask delivery = Deliveries.read(row, context);
                    boolean latest = delivery.delivery().deployment().equals(row.getString("latest"));
                    return new Standing(delivery, row.getString("lane"), latest);
                })
                .list();
    }

    Optional<DashboardConfiguration> configuration(View view, String space) {
        return view.query("select json from dashboard_configuration where space_id = :space")
                .bind("space", space)
                .mapTo(String.class)
                .findOne()
                .map(json -> mapper.readValue(json, DashboardConfiguration.class));
    }

    void configure(Tx tx, String space, DashboardConfiguration configuration) {
        tx.update("""
                        insert into dashboard_configuration (space_id, json) values (:space, :json)
                        on conflict (space_id) do update set json = excluded.json""")
                .bind("space", space)
                .bind("json", mapper.writeValueAsString(configuration))
                .execute();
    }

    /** The newest releases of a project by ids, and whichever stand somewhere. */
    static List<String> releases(View view, String project, int newest, Collection<String> standing) {
        List<String> ids = view.query(
                        "select id from release where owner_id = :project order by number desc limit :newest")
                .bind("project", project)
                .bind("newest", newest)
                .mapTo(String.class)
                .list();
        return Stream.concat(ids.stream(), standing.stream()).distinct().toList();
    }
}
