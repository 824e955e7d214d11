package tako.server.settings.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * Writes a letter as MIME (RFC 5322, 2045-2047). Nothing that comes from users can begin a header of its own: subjects are one line, names
 * are encoded, and addresses hold no blanks.
 */
final class Composition {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final Pattern BREAKS = Pattern.compile("[\\p{gc=Cc}\\u2028\\u2029]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|\\r|\\n");

    private Composition() {}

    static MimeMessage of(Session session, Letter letter) throws MessagingException {
        MimeMessage message = new Identified(session, letter.id());
        message.setFrom(letter.from().internetAddress());
        for (Recipient recipient : letter.recipients()) {
            address(message, recipient);
        }
        if (message.getAllRecipients() == null) {
            message.setHeader("To", "undisclosed-recipients:;");
        }
        message.setSubject(oneLine(letter.subject()), UTF_8);
        message.setSentDate(Date.from(letter.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        priority(message, letter.priority());
        body(message, letter);
        message.saveChanges();
        return message;
    }

    /** A text without line ends and other control characters. */
    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    private static void address(MimeMessage message, Recipient recipient) throws MessagingException {
        InternetAddress address = recipient.address().internetAddress();
        switch (recipient.kind()) {
            case TO -> message.addRecipient(Message.RecipientType.TO, address);
            case CC -> message.addRecipient(Message.RecipientType.CC, address);
            case BCC -> {}
        }
    }

    private static void priority(MimeMessage message, MailPriority priority) throws MessagingException {
        switch (priority) {
            case HIGH -> urgency(message, "1", "High", "urgent");
            case LOW -> urgency(message, "5", "Low", "non-urgent");
            case NORMAL -> {}
        }
    }

    private static void urgency(MimeMessage message, String number, String importance, String priority)
            throws MessagingException {
        message.setHeader("X-Priority", number);
        message.setHeader("Importance", importance);
        message.setHeader("Priority", priority);
    }

    private static void body(MimeMessage message, Letter letter) throws MessagingException {
        String text = LINE_ENDS.matcher(letter.body()).replaceAll("\r\n");
        if (!letter.html()) {
            message.setText(text, UTF_8);
            return;
        }
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(HtmlText.of(text).replace("\n", "\r\n"), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(text, UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
    }

    /** A message that keeps its id: usually saving makes one. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
