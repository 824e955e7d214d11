package tako.platform.task;

import java.util.List;
import tako.platform.database.Database;
import tako.platform.database.View;

/** Where the queue under test keeps its rows, and what a test asks of them beside the queue's own words. */
interface QueueStorage {
    Database database();

    TaskStore store();

    TaskEffects effects();

    /** How many tasks of a kind there are. */
    int count(View view, String kind);

    /** What breaks {@link TaskInvariants}. */
    List<String> violations(View view);
}
