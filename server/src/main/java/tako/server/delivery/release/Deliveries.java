package tako.server.delivery.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.StatementContext;
import tako.platform.database.Chunks;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.task.TaskRows;

/** The rows of where releases went. */
public final class Deliveries {
    /** The columns that {@link #read} maps, of deliveries with {@link #JOINS}. */
    public static final String COLUMNS = "delivery.deployment, delivery.number as delivery_number,"
            + " delivery.space_id as delivery_space, delivery.project, delivery.release as delivery_release,"
            + " delivery.channel, delivery.environment, delivery.tenant, delivery.created_at,"
            + " release.name as release_version, coalesce(task_subject.warned, 0) as warned, " + TaskRows.COLUMNS;

    /** Joins deliveries with their tasks, releases and what is known of the tasks. */
    public static final String JOINS =
            " join task on task.id = delivery.task join release on release.id_key = lower(delivery.release)"
                    + " left join task_subject on task_subject.task = delivery.task";

    private static final String SELECT = "select " + COLUMNS + " from delivery" + JOINS;

    private Deliveries() {}

    /** Adds a row. */
    public static void insert(Tx tx, Delivery delivery) {
        tx.update("""
                        insert into delivery (deployment, number, space_id, project, release, channel, environment, tenant,
                            task, created_at)
                        values (:deployment, :number, :space, :project, :release, :channel, :environment, :tenant, :task,
                            :createdAt)""")
                .bind("deployment", delivery.deployment())
                .bind("number", delivery.number())
                .bind("space", delivery.space())
                .bind("project", delivery.project())
                .bind("release", delivery.release())
                .bind("channel", delivery.channel())
                .bind("environment", delivery.environment())
                .bind("tenant", delivery.tenant())
                .bind("task", delivery.task())
                .bind("createdAt", delivery.createdAt().toEpochMilli())
                .execute();
    }

    /** Removes the row of a deployment. */
    public static void delete(Tx tx, String deployment) {
        tx.update("delete from delivery where deployment = :deployment")
                .bind("deployment", deployment)
                .execute();
    }

    /** The one that a task carries out. */
    public static Optional<DeliveryTask> ofTask(View view, String task) {
        return view.query(SELECT + " where delivery.task = :task")
                .bind("task", task)
                .map(Deliveries::read)
                .findOne();
    }

    /** Those of deployments, in no order. */
    public static List<DeliveryTask> ofDeployments(View view, Collection<String> deployments) {
        return in(view, "delivery.deployment", deployments);
    }

    /** Those of releases, oldest first. */
    public static List<DeliveryTask> ofReleases(View view, Collection<String> releases) {
        return in(view, "delivery.release", releases);
    }

    /** Every one of a space, oldest first. */
    public static List<DeliveryTask> all(View view, String space) {
        return view.query(SELECT + " where delivery.space_id = :space order by delivery.number")
                .bind("space", space)
                .map(Deliveries::read)
                .list();
    }

    /** The one before another in the same place, whatever became of it. */
    public static Optional<DeliveryTask> before(View view, Delivery delivery) {
        return newest(view, delivery, "delivery.number < :number").findOne();
    }

    /** The last one before another in the same place that succeeded. */
    public static Optional<DeliveryTask> succeededBefore(View view, Delivery delivery) {
        return newest(view, delivery, "delivery.number < :number and task.state = 'SUCCESS'")
                .findOne();
    }

    /** The newest of a project in an environment that succeeded, of all channels ("") or of one. */
    public static Optional<DeliveryTask> lastSucceeded(View view, String project, String environment, String channel) {
        return view.query(SELECT + " where delivery.project = :project and delivery.environment = :environment"
                        + " and delivery.tenant = '' and (:channel = '' or delivery.channel = :channel)"
                        + " and task.state = 'SUCCESS' order by delivery.number desc limit 1")
                .bind("project", project)
                .bind("environment", environment)
                .bind("channel", channel)
                .map(Deliveries::read)
                .findOne();
    }

    /** Maps a row. */
    public static DeliveryTask read(ResultSet row, StatementContext context) throws SQLException {
        var delivery = new Delivery(
                row.getString("deployment"),
                row.getLong("delivery_number"),
                row.getString("delivery_space"),
                row.getString("project"),
                row.getString("delivery_release"),
                row.getString("channel"),
                row.getString("environment"),
                row.getString("tenant"),
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("created_at")));
        return new DeliveryTask(
                delivery,
                TaskRows.MAPPER.map(row, context),
                row.getString("release_version"),
                row.getInt("warned") == 1);
    }

    private static ResultIterable<DeliveryTask> newest(View view, Delivery place, String which) {
        return view.query(SELECT + " where delivery.project = :project and delivery.environment = :environment"
                        + " and delivery.tenant = :tenant and " + which + " order by delivery.number desc limit 1")
                .bind("project", place.project())
                .bind("environment", place.environment())
                .bind("tenant", place.tenant())
                .bind("number", place.number())
                .map(Deliveries::read);
    }

    private static List<DeliveryTask> in(View view, String column, Collection<String> ids) {
        return Chunks.of(ids)
                .flatMap(some -> view
                        .query(SELECT + " where " + column + " in (<ids>)")
                        .bindList("ids", some)
                        .map(Deliveries::read)
                        .list()
                        .stream())
                .sorted(Comparator.comparingLong(one -> one.delivery().number()))
                .toList();
    }
}
