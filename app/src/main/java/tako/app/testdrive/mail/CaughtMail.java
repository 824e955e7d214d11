package tako.app.testdrive.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import tako.app.client.TerminalText;

/**
 * A mail as people read it. Control characters are left out, because it may be shown on a terminal.
 *
 * @param number its place among the mails of the home, from 1
 * @param date as the sender wrote it, "" for none
 * @param from as the sender wrote it
 * @param to to whom it was delivered, hidden recipients included
 * @param text its first readable part
 */
public record CaughtMail(int number, String date, String from, List<String> to, String subject, String text) {
    /** The header by which the catcher notes each recipient. */
    static final String DELIVERED_TO = "Delivered-To";

    public CaughtMail {
        to = List.copyOf(to);
    }

    /** Reads a mail; what cannot be read of it is left out. */
    static CaughtMail read(int number, InputStream file) throws IOException {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()), file);
            return new CaughtMail(
                    number,
                    header(message, "Date"),
                    header(message, "From"),
                    headers(message, DELIVERED_TO).toList(),
                    header(message, "Subject"),
                    TerminalText.block(text(message).orElse("")));
        } catch (MessagingException unreadable) {
            return new CaughtMail(number, "", "", List.of(), "(unreadable)", "");
        }
    }

    /** All of it, for people. */
    public List<String> lines() {
        Stream<String> head = Stream.of(
                "Mail " + number + (date.isEmpty() ? "" : ", " + date),
                "  From:    " + from,
                "  To:      " + String.join(", ", to),
                "  Subject: " + subject,
                "");
        return Stream.concat(head, text.lines().map(line -> line.isBlank() ? "" : "  " + line))
                .toList();
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return headers(message, name).findFirst().orElse("");
    }

    private static Stream<String> headers(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name)).stream()
                .flatMap(Stream::of)
                .map(CaughtMail::decoded);
    }

    private static String decoded(String header) {
        String unfolded = MimeUtility.unfold(header);
        try {
            return TerminalText.line(MimeUtility.decodeText(unfolded));
        } catch (UnsupportedEncodingException unknown) {
            return TerminalText.line(unfolded);
        }
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                Optional<String> found = text(inner);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
