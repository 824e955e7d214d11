package tako.server.delivery.interruption;

import tako.platform.database.Tx;
import tako.server.resource.Engine;

/** Tells whoever watches, after the commit, that a question and the task that waits for it look different now. */
final class InterruptionNotices {
    private InterruptionNotices() {}

    static void changed(Engine engine, Tx tx, String space, String id, String task) {
        tx.afterCommit(() -> {
            engine.notices().changed("Interruption", space, id);
            engine.notices().changed("ServerTask", space, task);
        });
    }
}
