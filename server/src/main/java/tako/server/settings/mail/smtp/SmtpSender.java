package tako.server.settings.mail.smtp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands letters to mail servers (RFC 5321), each within {@link SmtpServer#deadline}. The talk runs on a platform thread of its own: looking
 * a name up is a native call that nobody can interrupt, and it must hold no carrier of virtual threads.
 */
public final class SmtpSender {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

    /**
     * Hands a letter over for some recipients.
     *
     * @param envelope who is to get it now, at least one; the letter may name more
     * @throws InterruptedException at once when the caller is interrupted; the connection is closed then
     */
    public SmtpAnswer send(SmtpServer server, Letter letter, List<MailAddress> envelope) throws InterruptedException {
        var sentences = new SmtpSentences(server, letter.from());
        try (var sockets = new SmtpSockets(server)) {
            var talk = new SmtpTalk(server, sockets, sentences);
            var answer = new FutureTask<>(() -> talk.send(letter, envelope));
            Thread.ofPlatform().daemon().name("smtp-talk").start(answer);
            try {
                return answer.get(server.deadline().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                return talk.isHandedOver() ? SmtpSentences.perhapsTaken(sentences.late()) : sentences.late();
            }
        } catch (IOException | GeneralSecurityException unusable) {
            return sentences.untrusting(unusable);
        } catch (ExecutionException broken) {
            LOG.error("Sending {} by {} broke", letter.id(), server.address(), broken.getCause());
            return sentences.defect();
        }
    }
}
