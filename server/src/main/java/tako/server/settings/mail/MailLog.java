package tako.server.settings.mail;

import tako.platform.log.Level;
import tako.platform.log.LogWriter;
import tako.platform.log.NodeStatus;
import tako.server.settings.mail.smtp.RecipientReply;

/** The log of a task that sends a mail. Never what the mail says. */
final class MailLog {
    private static final String ROOT = "root";
    private static final String CHECK_CONFIGURATION =
            ". Check the credentials of the SMTP configuration: the mail server seems to want a sign-in, or another one.";

    private final LogWriter writer;
    private final Blind blind;
    private boolean warned;

    /** @param blind whom it does not name */
    MailLog(LogWriter writer, Blind blind) {
        this.writer = writer;
        this.blind = blind;
    }

    void begin(String title) {
        writer.open(ROOT, "", title);
    }

    void line(Level level, String text) {
        warned |= level.compareTo(Level.WARNING) >= 0;
        writer.line(ROOT, level, blind.text(text));
    }

    void reply(RecipientReply reply) {
        String address = reply.recipient().address();
        switch (reply.verdict()) {
            case ACCEPTED -> line(Level.INFO, "Accepted for " + address + ": " + reply.reply());
            case DEFERRED ->
                line(
                        Level.WARNING,
                        "Not yet accepted for " + address + ": " + reply.reply()
                                + (reply.isOfConfiguration() ? CHECK_CONFIGURATION : ""));
            case REFUSED -> line(Level.ERROR, "Refused for " + address + ": " + reply.reply());
        }
    }

    /** Whether there was a warning or an error in this run. */
    boolean hasWarning() {
        return warned;
    }

    /** What was written is durable. */
    void flush() {
        writer.flush();
    }

    void end(NodeStatus status) {
        writer.close(ROOT, status);
        writer.flush();
    }
}
