package tako.server.settings.mail;

import tako.platform.database.Tx;
import tako.platform.secret.Secrets;
import tako.platform.task.TaskEndListener;
import tako.platform.task.TaskRow;

/** However a mail's task ends, what the mail said is forgotten; who got it stays. To be told of both kinds of tasks that send mail. */
public final class MailEnds implements TaskEndListener {
    private final Secrets secrets;

    public MailEnds(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void ended(Tx tx, TaskRow task) {
        MailRows.find(tx, task.id()).filter(mail -> !mail.content().isEmpty()).ifPresent(mail -> {
            secrets.forget(tx, mail.content());
            MailRows.contentGone(tx, mail.task());
        });
    }
}
