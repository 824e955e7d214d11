package tako.server.settings.mail.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import tako.server.settings.mail.smtp.RecipientReply.Verdict;

/** Sorts out what the server said of whom when it did not take the letter for all. */
final class SmtpReplies {
    private static final int LASTING = 500;
    private static final int REFUSING = 400;
    private static final String END_OF_MAIL = ".";

    private final List<MailAddress> envelope;
    private final UnaryOperator<String> shown;

    /** @param shown a reply as it may be shown */
    SmtpReplies(List<MailAddress> envelope, UnaryOperator<String> shown) {
        this.envelope = envelope;
        this.shown = shown;
    }

    /** The server took it for all. */
    static SmtpAnswer accepted(List<MailAddress> envelope, String reply) {
        return new SmtpAnswer.Replies(envelope.stream()
                .map(recipient -> new RecipientReply(recipient, Verdict.ACCEPTED, reply))
                .toList());
    }

    /** A reply to each recipient; empty when the server did not come to say something of each. */
    Optional<SmtpAnswer> of(SendFailedException failure, String last) {
        if (isOfSender(failure)) {
            return Optional.empty();
        }
        Map<String, SMTPAddressFailedException> refused = refused(failure);
        Set<String> sent = sent(failure);
        Optional<Verdict> whole = whole(failure);
        List<RecipientReply> replies = new ArrayList<>();
        for (MailAddress recipient : envelope) {
            Optional<SMTPAddressFailedException> own = Optional.ofNullable(refused.get(recipient.key()));
            if (sent.contains(recipient.key())) {
                replies.add(new RecipientReply(recipient, Verdict.ACCEPTED, shown.apply(last)));
            } else if (own.isPresent()) {
                String reply = String.valueOf(own.get().getMessage());
                replies.add(
                        new RecipientReply(recipient, before(own.get().getReturnCode(), reply), shown.apply(reply)));
            } else if (whole.isPresent()) {
                replies.add(new RecipientReply(recipient, whole.get(), shown.apply(last)));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new SmtpAnswer.Replies(replies));
    }

    /** Whether it was the sender whom the server did not want. */
    static boolean isOfSender(MessagingException failure) {
        return failure instanceof SMTPSendFailedException send
                && send.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL ");
    }

    /** What the server said of the letter itself. */
    private static Optional<Verdict> whole(SendFailedException failure) {
        if (!(failure instanceof SMTPSendFailedException send) || send.getReturnCode() < REFUSING) {
            return Optional.empty();
        }
        int code = send.getReturnCode();
        return Optional.of(
                send.getCommand().strip().equals(END_OF_MAIL)
                        ? verdict(code)
                        : before(code, String.valueOf(send.getMessage())));
    }

    /** Of a reply before the server has seen the letter: what another configuration mends is no refusal of anybody. */
    private static Verdict before(int code, String reply) {
        return SignInWanted.isSaidBy(code, reply) ? Verdict.DEFERRED : verdict(code);
    }

    private static Verdict verdict(int code) {
        return code >= LASTING ? Verdict.REFUSED : Verdict.DEFERRED;
    }

    private static Map<String, SMTPAddressFailedException> refused(MessagingException failure) {
        Map<String, SMTPAddressFailedException> refused = new HashMap<>();
        Optional<Exception> next = Optional.of(failure);
        while (next.isPresent() && next.get() instanceof MessagingException link) {
            if (link instanceof SMTPAddressFailedException one && one.getReturnCode() >= REFUSING) {
                refused.put(key(one.getAddress()), one);
            }
            next = Optional.ofNullable(link.getNextException());
        }
        return refused;
    }

    private static Set<String> sent(SendFailedException failure) {
        return Optional.ofNullable(failure.getValidSentAddresses()).stream()
                .flatMap(Arrays::stream)
                .map(SmtpReplies::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String key(Address address) {
        return Stream.of(address)
                .map(one -> one instanceof InternetAddress mail ? mail.getAddress() : one.toString())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
