package tako.server.settings.mail;

import tako.platform.database.Tx;
import tako.platform.task.TaskQueue;

/** Mails that wait for another attempt. */
public final class WaitingMails {
    /** As many as one transaction wakes; the others come by themselves soon. */
    private static final int AT_ONCE = 100;

    private final TaskQueue queue;

    public WaitingMails(TaskQueue queue) {
        this.queue = queue;
    }

    /** Lets the oldest of them go now. */
    void wake(Tx tx) {
        MailRows.parked(tx, AT_ONCE).forEach(task -> queue.wake(tx, task));
    }
}
