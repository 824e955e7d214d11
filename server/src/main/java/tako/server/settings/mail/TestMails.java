package tako.server.settings.mail;

import java.util.List;
import java.util.Optional;
import tako.platform.database.Tx;
import tako.platform.http.Problem;
import tako.server.resource.Members;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.MailPriority;
import tako.server.settings.mail.smtp.Recipient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Mails that people ask for to see whether the SMTP configuration works. */
public final class TestMails {
    /** The kind of the tasks, as clients ask for them. */
    public static final String KIND = "TestEmail";
    /** What one who asks for it needs, of the server. */
    public static final String PERMISSION = SmtpConfigurations.PERMISSION;

    private static final String SUBJECT = "Test mail from Tako";
    private static final String BODY =
            "Somebody asked this server to send a test mail to you. It arrived, so the SMTP configuration works.\n";

    private final Mails mails;

    public TestMails(Mails mails) {
        this.mails = mails;
    }

    /**
     * Queues one for somebody whose permissions were checked.
     *
     * @param space ignored: the configuration is the server's
     * @param description ignored: it says to whom
     * @param arguments {@code EmailAddress}
     * @return the id of the task
     * @throws Problem 400 for what is no address, or when no mail can be sent
     */
    public String queue(Tx tx, String space, String description, ObjectNode arguments) {
        String text = Members.find(arguments, "EmailAddress")
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .orElse("");
        Optional<MailAddress> address = MailAddress.parse(text);
        if (address.isEmpty()) {
            throw Problem.invalid("Arguments.EmailAddress: '" + text
                    + "' is no mail address. Send the one to which the test mail is to go, such as ada@example.org.");
        }
        var recipient = new Recipient(Recipient.Kind.TO, address.get());
        try {
            return mails.queueTest(
                    tx,
                    new Mail("", SUBJECT, List.of(recipient), SUBJECT, BODY, false, MailPriority.NORMAL, List.of()));
        } catch (MailRefused refused) {
            throw Problem.invalid(refused.sentence());
        }
    }
}
