package tako.server.delivery.task;

import java.util.List;
import tako.platform.database.Tx;
import tako.platform.database.View;
import tako.platform.log.LogStore;
import tako.platform.task.TasksOfSpace;
import tako.server.settings.space.SpaceContents;

/** The tasks of a space, with what they are about and their logs. One that has not ended keeps the space. */
public final class SpaceTasks implements SpaceContents {
    private static final int SHOWN = 10;

    private final LogStore logs;

    public SpaceTasks(LogStore logs) {
        this.logs = logs;
    }

    @Override
    public List<String> obstacles(View view, String space) {
        List<String> open = TasksOfSpace.open(view, space, SHOWN + 1);
        if (open.isEmpty()) {
            return List.of();
        }
        String more = open.size() > SHOWN ? " and others" : "";
        String shown = String.join(", ", open.subList(0, Math.min(SHOWN, open.size())));
        return List.of("Tasks of the space have not ended: " + shown + more
                + ". Cancel them or wait until they end, then delete the space.");
    }

    /** Logs go after the commit: they do not lie in the transaction. */
    @Override
    public void clear(Tx tx, String space) {
        tx.update("delete from task_subject where task in (select id from task where space_id = :space)")
                .bind("space", space)
                .execute();
        List<String> removed = TasksOfSpace.remove(tx, space);
        tx.afterCommit(() -> removed.forEach(logs::remove));
    }
}
