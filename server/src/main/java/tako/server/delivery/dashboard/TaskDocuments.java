package tako.server.delivery.dashboard;

import tako.platform.database.View;
import tako.platform.task.TaskRow;
import tools.jackson.databind.node.ObjectNode;

/** Tasks as clients read them; the feature of tasks provides it. */
@FunctionalInterface
public interface TaskDocuments {
    /** A task with its description. */
    ObjectNode present(View view, TaskRow task, String description);
}
