package tako.server.settings.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tako.server.settings.mail.MailRow.Entry;
import tako.server.settings.mail.MailRow.State;

/** What becomes of a mail after an attempt. Pure. */
sealed interface MailVerdict {
    /** Everybody has it. */
    record Sent() implements MailVerdict {}

    /** It is tried again. */
    record Again(Instant at) implements MailVerdict {}

    /** Somebody does not get it. */
    record Failed(String reason) implements MailVerdict {}

    /**
     * Judges.
     *
     * @param mail as it stands after the attempt
     * @param trouble why the attempt broke, "" if it did not
     * @param next when another attempt would be; empty for never
     */
    static MailVerdict of(MailRow mail, String trouble, Optional<Instant> next) {
        List<Entry> waiting = mail.in(State.WAITING);
        if (waiting.isEmpty()) {
            List<Entry> refused = mail.in(State.REFUSED);
            return refused.isEmpty() ? new Sent() : new Failed(refused(mail, refused));
        }
        return next.<MailVerdict>map(Again::new).orElseGet(() -> new Failed(given(mail, waiting, trouble)));
    }

    private static String refused(MailRow mail, List<Entry> refused) {
        int others = mail.envelope().size() - refused.size();
        return "The mail was refused for " + replies(refused) + "." + others(others);
    }

    private static String given(MailRow mail, List<Entry> waiting, String trouble) {
        int attempts = mail.attempts();
        String tried = attempts == 1 ? "" : " after " + attempts + " attempts";
        String why = trouble.isEmpty() ? "" : " " + trouble;
        String who = trouble.isEmpty() ? replies(waiting) : addresses(waiting);
        return "The mail could not be sent to " + who + tried + "." + why
                + others(mail.in(State.ACCEPTED).size());
    }

    private static String replies(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.reply().isEmpty() ? entry.address() : entry.address() + " (" + entry.reply() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String addresses(List<Entry> entries) {
        return entries.stream().map(Entry::address).collect(Collectors.joining(", "));
    }

    private static String others(int served) {
        return served == 0
                ? ""
                : " " + (served == 1 ? "1 other recipient has it." : served + " other recipients have it.");
    }
}
