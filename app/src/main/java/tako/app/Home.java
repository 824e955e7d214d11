package tako.app;

import java.nio.file.Path;
import tako.app.testdrive.mail.Mailbox;

/**
 * The folder in which an installation keeps everything.
 *
 * @param folder made at the first start
 */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The embedded database. */
    Path database() {
        return folder.resolve("tako.db");
    }

    /** The server's own log. */
    Path serverLog() {
        return folder.resolve("logs").resolve("server.log");
    }

    /** What the test drive's mail server caught. */
    Mailbox mails() {
        return new Mailbox(folder.resolve("mails"));
    }

    /** How a person on this machine who owns the home reaches the running server: {@link Operator}. */
    public Path operator() {
        return folder.resolve("operator.properties");
    }
}
