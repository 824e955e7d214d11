package tako.server.projects.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.server.resource.Slice;
import tako.server.resource.Stored;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The processes of projects; one each. */
final class ProcessRows {
    private static final String PREFIX = "deploymentprocess-";

    private final JsonMapper mapper;

    ProcessRows(JsonMapper mapper) {
        this.mapper = mapper;
    }

    static String idOf(String project) {
        return PREFIX + project;
    }

    /** The project of a process id, in lower case; empty for an id of another form. */
    static Optional<String> projectOf(String id) {
        String key = id.toLowerCase(Locale.ROOT);
        return key.startsWith(PREFIX) ? Optional.of(key.substring(PREFIX.length())) : Optional.empty();
    }

    Optional<Stored<DeploymentProcess>> find(View view, String space, String project) {
        return view.query("select * from deployment_process where project_id = :project and space_id = :space")
                .bind("project", project.toLowerCase(Locale.ROOT))
                .bind("space", space)
                .map((row, context) -> process(row))
                .findOne();
    }

    /** Some processes of a space, in the order of their projects' ids. */
    Slice<Stored<DeploymentProcess>> list(View view, String space, int skip, int take) {
        int total = view.query("select count(*) from deployment_process where space_id = :space")
                .bind("space", space)
                .mapTo(Integer.class)
                .one();
        var items = view.query("""
                        select * from deployment_process where space_id = :space
                        order by length(project_id), project_id limit :take offset :skip""")
                .bind("space", space)
                .bind("take", take)
                .bind("skip", skip)
                .map((row, context) -> process(row))
                .list();
        return new Slice<>(items, total);
    }

    private Stored<DeploymentProcess> process(ResultSet row) throws SQLException {
        ObjectNode json = (ObjectNode) mapper.readTree(row.getString("json"));
        return new Stored<>(
                json.path("Id").asString(),
                row.getString("space_id"),
                row.getInt("version"),
                Instant.ofEpochMilli(row.getLong("modified_at")),
                row.getString("modified_by"),
                mapper.treeToValue(json, DeploymentProcess.class),
                json);
    }

    void insert(Tx tx, String project, Stored<DeploymentProcess> process) {
        write(tx, project, process, """
                insert into deployment_process (project_id, space_id, version, modified_at, modified_by, json)
                values (:project, :space, :version, :modifiedAt, :modifiedBy, :json)""");
    }

    void update(Tx tx, String project, Stored<DeploymentProcess> process) {
        write(tx, project, process, """
                update deployment_process set version = :version, modified_at = :modifiedAt,
                modified_by = :modifiedBy, json = :json where project_id = :project and space_id = :space""");
    }

    void delete(Tx tx, String project) {
        tx.update("delete from deployment_process where project_id = :project")
                .bind("project", project.toLowerCase(Locale.ROOT))
                .execute();
    }

    private static void write(Tx tx, String project, Stored<DeploymentProcess> process, String sql) {
        tx.update(sql)
                .bind("project", project.toLowerCase(Locale.ROOT))
                .bind("space", process.space())
                .bind("version", process.version())
                .bind("modifiedAt", process.modifiedAt().toEpochMilli())
                .bind("modifiedBy", process.modifiedBy())
                .bind("json", process.json().toString())
                .execute();
    }
}
