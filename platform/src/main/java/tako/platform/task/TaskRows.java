package tako.platform.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** How a select over {@code task} becomes a {@link TaskRow}. */
public final class TaskRows {
    /** The columns of a {@link TaskRow}, for a select over {@code task}. */
    public static final String COLUMNS = "task.id, task.kind, task.space_id, task.state, task.priority, task.queued_at,"
            + " task.run_after, task.expires_at, task.started_at, task.ended_at, task.cancel_requested_at, task.node,"
            + " task.epoch, task.attempt, task.waiting_for, task.reason, task.format, task.payload";

    /** Maps {@link #COLUMNS}. */
    public static final RowMapper<TaskRow> MAPPER = (row, context) -> map(row);

    private TaskRows() {}

    private static TaskRow map(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getString("id"),
                row.getString("kind"),
                row.getString("space_id"),
                TaskState.valueOf(row.getString("state")),
                row.getInt("priority"),
                Instant.ofEpochMilli(row.getLong("queued_at")),
                Instant.ofEpochMilli(row.getLong("run_after")),
                instant(row, "expires_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                instant(row, "cancel_requested_at"),
                row.getString("node"),
                row.getLong("epoch"),
                row.getInt("attempt"),
                row.getString("waiting_for"),
                row.getString("reason"),
                row.getInt("format"),
                row.getString("payload"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
