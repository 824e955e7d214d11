package tako.server.settings.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire for a letter, and for hostile ones. */
class CompositionTest {
    private static final MailAddress FROM = new MailAddress("tako@example.org", "");

    private static Letter letter(String subject, String body, boolean html, MailPriority priority) {
        return new Letter(
                "<id-1@example.org>",
                Instant.parse("2030-01-01T00:00:00Z"),
                FROM,
                List.of(
                        new Recipient(Recipient.Kind.TO, new MailAddress("ada@example.org", "Adä, the \"first\"")),
                        new Recipient(Recipient.Kind.CC, new MailAddress("bob@example.org", "")),
                        new Recipient(Recipient.Kind.BCC, new MailAddress("carol@example.org", ""))),
                subject,
                body,
                html,
                priority);
    }

    private static MimeMessage composed(Letter letter) throws MessagingException {
        return Composition.of(Session.getInstance(new Properties()), letter);
    }

    private static String wire(Letter letter) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        composed(letter).writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void a_plain_letter_is_written_like_this() throws MessagingException, IOException {
        String wire = wire(letter("Deployed", "Deployment to Test\nStatus: Succeeded\n", false, MailPriority.HIGH));

        assertThat(wire.lines())
                .contains(
                        "From: tako@example.org",
                        "Cc: bob@example.org",
                        "Message-ID: <id-1@example.org>",
                        "Subject: Deployed",
                        "Auto-Submitted: auto-generated",
                        "X-Priority: 1",
                        "Importance: High",
                        "Priority: urgent",
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=UTF-8",
                        "Content-Transfer-Encoding: 7bit")
                .anyMatch(line -> line.matches("Date: .*20(29|30).*"));
        assertThat(wire)
                .endsWith("\r\n\r\nDeployment to Test\r\nStatus: Succeeded\r\n")
                .doesNotContain("carol");
    }

    @Test
    void other_letters_than_ascii_survive() throws MessagingException, IOException {
        MimeMessage message = composed(letter("Grüße ✓", "Zürich ✓ " + "x".repeat(2000), false, MailPriority.LOW));

        assertThat(message.getSubject()).isEqualTo("Grüße ✓");
        assertThat(message.getContent().toString()).startsWith("Zürich ✓ xxx");
        assertThat(message.getHeader("X-Priority", null)).isEqualTo("5");
        assertThat(wire(letter("Grüße ✓", "Zürich ✓ " + "x".repeat(2000), false, MailPriority.LOW))
                        .lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(998))
                .allSatisfy(line -> assertThat(line.chars()).allMatch(letter -> letter < 128));
    }

    @ParameterizedTest
    @Tag("rule:mail.no-header-injection")
    @ValueSource(
            strings = {
                "a\r\nBcc: eve@example.org",
                "a\nBcc: eve@example.org",
                "a\rBcc: eve@example.org",
                "a\u2028Bcc: x",
                "a\u2029Bcc: x",
                "a\u0085Bcc: x",
                "a\u009bBcc: x"
            })
    void a_subject_begins_no_header(String subject) throws MessagingException, IOException {
        assertThat(wire(letter(subject, "", false, MailPriority.NORMAL)).lines())
                .noneMatch(line -> line.startsWith("Bcc:"));
        assertThat(composed(letter(subject, "", false, MailPriority.NORMAL)).getSubject())
                .startsWith("a Bcc: ");
    }

    @Test
    void html_has_its_words_beside_it() throws MessagingException, IOException {
        MimeMessage message =
                composed(letter("s", "<p>One &amp; <b>two</b></p><script>x</script>", true, MailPriority.NORMAL));

        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("One & two\r\n");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>One &amp; <b>two</b></p><script>x</script>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a<br>b|a/b",
                "<ul><li>a</li><li>b</li></ul>|a/b",
                "a   b <!-- <p>hidden</p> -->c|a b c",
                "&#65;&#x42;&lt;&unknown;&|AB<&unknown;&",
                "a < b|a",
                "<style>p {}</style><h1>T</h1>x|T/x",
                "<|''",
            })
    void words_of_html(String html, String words) {
        assertThat(HtmlText.of(html).strip().replace("\n", "/")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada@example.org|ada@example.org|''",
                " Ada <ada@example.org> |ada@example.org|Ada",
                "\"Lovelace, Ada\" <ada@example.org>|ada@example.org|Lovelace, Ada",
                "ada@bücher.example|ada@xn--bcher-kva.example|''",
                "ada+tag@localhost|ada+tag@localhost|''",
            })
    void addresses_as_people_write_them(String text, String address, String name) {
        assertThat(MailAddress.parse(text)).contains(new MailAddress(address, name));
    }

    @ParameterizedTest
    @Tag("rule:mail.no-header-injection")
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org\r\nRCPT TO:<eve@example.org>",
                "ada@example.org\nBcc: eve@example.org",
                "\"A\u0085Bcc: eve\" <ada@example.org>",
                "\"A\u2028Bcc: eve\" <ada@example.org>",
                "a b@example.org",
                "ada@exa mple.org",
                "ada@example.org, bob@example.org",
                "ada@-example.org",
                "<ada@example.org",
                "jörg@example.org",
                "#{To}",
                "group: ada@example.org;",
            })
    void what_is_no_address(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }
}
