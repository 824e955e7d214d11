package tako.app.testdrive.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one sender says, by RFC 5321 as far as a server needs it that accepts every mail. */
final class SmtpConversation {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpConversation.class);
    private static final int LARGEST_MAIL = 10 << 20;
    private static final int LONGEST_COMMAND = 4096;
    private static final int MOST_RECIPIENTS = 1000;
    private static final Pattern PATH =
            Pattern.compile("(?:MAIL FROM|RCPT TO):\\s*<([^<>]*)>.*", Pattern.CASE_INSENSITIVE);
    private static final String OK = "250 2.0.0 OK";
    private static final String BYE = "221 2.0.0 Bye";
    private static final String TOO_LARGE = "552 5.3.4 The mail is larger than this server keeps";

    private final InputStream in;
    private final OutputStream out;
    private final Mailbox mailbox;
    private final List<String> recipients = new ArrayList<>();
    private Optional<String> sender = Optional.empty();

    SmtpConversation(InputStream in, OutputStream out, Mailbox mailbox) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.mailbox = mailbox;
    }

    /**
     * Until the sender takes leave.
     *
     * @throws IOException when the sender breaks off
     */
    void run() throws IOException {
        say("220 localhost Tako's test drive keeps every mail");
        String answer = "";
        while (!answer.equals(BYE) && !answer.equals(TOO_LARGE)) {
            answer = answer(new String(line(LONGEST_COMMAND), StandardCharsets.ISO_8859_1).strip());
            say(answer);
        }
    }

    private String answer(String line) throws IOException {
        return switch (line.split("\\s", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> begin("250-localhost\r\n250-8BITMIME\r\n250 SIZE " + LARGEST_MAIL);
            case "HELO" -> begin("250 localhost");
            case "RSET" -> begin(OK);
            case "MAIL" -> from(line);
            case "RCPT" -> to(line);
            case "DATA" -> data();
            case "NOOP" -> OK;
            case "QUIT" -> BYE;
            default -> "502 5.5.1 This server knows no such command";
        };
    }

    private String begin(String answer) {
        sender = Optional.empty();
        recipients.clear();
        return answer;
    }

    private String from(String line) {
        Matcher path = PATH.matcher(line);
        if (!path.matches()) {
            return "501 5.5.4 Write MAIL FROM:<address>";
        }
        begin(OK);
        sender = Optional.of(path.group(1));
        return OK;
    }

    private String to(String line) {
        Matcher path = PATH.matcher(line);
        if (!path.matches()) {
            return "501 5.5.4 Write RCPT TO:<address>";
        }
        if (sender.isEmpty()) {
            return "503 5.5.1 MAIL comes first";
        }
        if (recipients.size() == MOST_RECIPIENTS) {
            return "452 4.5.3 That are more recipients than one mail may have here";
        }
        recipients.add(path.group(1));
        return OK;
    }

    private String data() throws IOException {
        if (recipients.isEmpty()) {
            return "503 5.5.1 RCPT comes first";
        }
        say("354 End with a line that holds a dot only");
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(envelope().getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] line = line(LARGEST_MAIL); !isDot(line); line = line(LARGEST_MAIL)) {
            int stuffed = line.length > 0 && line[0] == '.' ? 1 : 0;
            mail.write(line, stuffed, line.length - stuffed);
            mail.writeBytes(new byte[] {'\r', '\n'});
            if (mail.size() > LARGEST_MAIL) {
                return TOO_LARGE;
            }
        }
        return keep(mail.toByteArray());
    }

    private String keep(byte[] mail) {
        try {
            return begin("250 2.6.0 Kept as mail " + mailbox.keep(mail));
        } catch (IOException failed) {
            LOG.error("A mail cannot be kept in {}", mailbox.folder(), failed);
            return begin("451 4.3.0 The mail cannot be kept now");
        }
    }

    /** What a mail server that delivers writes above the mail. */
    private String envelope() {
        var lines = new StringBuilder("Return-Path: <" + sender.orElse("") + ">\r\n");
        recipients.forEach(
                one -> lines.append(CaughtMail.DELIVERED_TO + ": ").append(one).append("\r\n"));
        return lines.toString();
    }

    private static boolean isDot(byte[] line) {
        return line.length == 1 && line[0] == '.';
    }

    /** The next line without its end. */
    private byte[] line(int longest) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == longest) {
                throw new EOFException("The sender has gone, or writes a line without end");
            }
            line.write(next);
        }
        return withoutReturn(line.toByteArray());
    }

    private static byte[] withoutReturn(byte[] line) {
        boolean returned = line.length > 0 && line[line.length - 1] == '\r';
        return returned ? Arrays.copyOf(line, line.length - 1) : line;
    }

    private void say(String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
