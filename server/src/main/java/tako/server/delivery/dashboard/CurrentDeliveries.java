package tako.server.delivery.dashboard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlStatement;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.delivery.dashboard.Current.Place;
import tako.server.delivery.deployment.DeploymentMirror;
import tako.server.delivery.release.Deliveries;
import tako.server.delivery.release.Delivery;

/** The read model of what stands where, kept in the transaction of what it mirrors. */
public final class CurrentDeliveries implements DeploymentMirror {
    private static final String HERE = " " + """
            where delivery.project = :owner and delivery.environment = :environment and delivery.tenant = :tenant
                and (:channel = '' or delivery.channel = :channel)""";

    @Override
    public void changed(Tx tx, Delivery delivery) {
        Stream.of("", delivery.channel())
                .map(channel -> new Place(delivery.project(), delivery.environment(), delivery.tenant(), channel))
                .forEach(place -> refresh(tx, delivery.space(), place));
    }

    /** What the read model says of a space. */
    public static Set<Current> of(View view, String space) {
        return Set.copyOf(view.query("select * from current_delivery where space_id = :space")
                .bind("space", space)
                .map((row, context) -> new Current(
                        new Place(
                                row.getString("owner"),
                                row.getString("environment"),
                                row.getString("tenant"),
                                row.getString("channel")),
                        row.getString("latest"),
                        row.getString("latest_success"),
                        row.getString("success_before")))
                .list());
    }

    /** Where the read model of a space is not what follows from the deployments, a sentence each; empty when all is well. */
    public static List<String> differences(View view, String space) {
        Set<Current> kept = of(view, space);
        Set<Current> computed = Current.of(Deliveries.all(view, space));
        var differences = new TreeSet<String>();
        kept.stream()
                .filter(one -> !computed.contains(one))
                .forEach(one -> differences.add("The read model says " + one + ", which does not follow."));
        computed.stream()
                .filter(one -> !kept.contains(one))
                .forEach(one -> differences.add("The read model lacks " + one + "."));
        return List.copyOf(differences);
    }

    private static void refresh(Tx tx, String space, Place place) {
        List<String> latest = newest(tx, place, "delivery", "", 1);
        List<String> succeeded =
                newest(tx, place, "delivery join task on task.id = delivery.task", " and task.state = 'SUCCESS'", 2);
        if (latest.isEmpty()) {
            bind(tx.update("""
                                    delete from current_delivery where owner = :owner and environment = :environment
                                        and tenant = :tenant and channel = :channel"""), place).execute();
            return;
        }
        bind(tx.update("""
                                insert into current_delivery (space_id, owner, environment, tenant, channel,
                                    latest, latest_success, success_before)
                                values (:space, :owner, :environment, :tenant, :channel, :latest, :success, :before)
                                on conflict (owner, environment, tenant, channel) do update set
                                    latest = excluded.latest, latest_success = excluded.latest_success,
                                    success_before = excluded.success_before"""), place)
                .bind("space", space)
                .bind("latest", latest.getFirst())
                .bind("success", succeeded.isEmpty() ? "" : succeeded.getFirst())
                .bind("before", succeeded.size() < 2 ? "" : succeeded.get(1))
                .execute();
    }

    private static List<String> newest(View view, Place place, String from, String which, int most) {
        return bind(
                        view.query("select delivery.deployment from " + from + HERE + which
                                + " order by delivery.number desc limit :most"),
                        place)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Place place) {
        return statement
                .bind("owner", place.owner())
                .bind("environment", place.environment())
                .bind("tenant", place.tenant())
                .bind("channel", place.channel());
    }
}
