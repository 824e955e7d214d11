package tako.app.testdrive;

import java.util.List;
import tako.app.testdrive.mail.CaughtMail;
import tako.app.testdrive.mail.Mailbox;

/** Shows mails, each new one once. */
final class ShownMails {
    private final Mailbox mailbox;
    private final Watcher watcher;
    private int last;

    /** Those that are there already count as shown. */
    ShownMails(Mailbox mailbox, Watcher watcher) {
        this.mailbox = mailbox;
        this.watcher = watcher;
        this.last = mailbox.newest();
    }

    void showNew() {
        for (CaughtMail mail : mailbox.after(last)) {
            show(mail);
            last = mail.number();
        }
    }

    void showAll() {
        List<CaughtMail> all = mailbox.after(0);
        if (all.isEmpty()) {
            watcher.say("No mail was caught yet.");
        }
        all.forEach(this::show);
    }

    private void show(CaughtMail mail) {
        watcher.say("");
        mail.lines().forEach(watcher::say);
        watcher.say("");
    }
}
