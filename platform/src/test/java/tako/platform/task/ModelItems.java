package tako.platform.task;

import java.util.Map;
import tako.platform.database.Tx;
import tako.platform.database.View;

/** How far the items of the model's runs have come; what was never written is absent. */
interface ModelItems {
    /** It has begun. */
    String RUNNING = "RUNNING";

    /** It is done. */
    String DONE = "DONE";

    void put(Tx tx, String task, int item, String state);

    Map<Integer, String> of(View view, String task);
}
