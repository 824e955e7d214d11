package tako.server.settings.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tako.server.settings.mail.smtp.MailAddress;
import tako.server.settings.mail.smtp.Recipient;

/**
 * Who gets a mail unseen by the others (BCC): logs and reasons, which many may read, do not name them. Pure.
 *
 * @param addresses in lower case
 */
record Blind(Set<String> addresses) {
    private static final String HIDDEN = "a hidden recipient";

    static Blind of(List<Recipient> recipients) {
        return new Blind(recipients.stream()
                .filter(recipient -> recipient.kind() == Recipient.Kind.BCC)
                .map(recipient -> recipient.address().key())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** {@code ada@example.org, bob@example.org and 2 hidden}. */
    String list(List<MailAddress> all) {
        List<String> seen = new ArrayList<>(all.stream()
                .filter(address -> !addresses.contains(address.key()))
                .map(MailAddress::address)
                .toList());
        int hidden = all.size() - seen.size();
        String named = String.join(", ", seen);
        if (hidden == 0) {
            return named;
        }
        return named.isEmpty() ? hidden + " hidden" : named + " and " + hidden + " hidden";
    }

    /** A text without those addresses, such as the server's own words. */
    String text(String text) {
        String shown = text;
        for (String address : addresses) {
            shown = whole(address).matcher(shown).replaceAll(HIDDEN);
        }
        return shown;
    }

    /** Not within a longer address. */
    private static Pattern whole(String address) {
        return Pattern.compile(
                "(?<![\\w.+-])" + Pattern.quote(address) + "(?![\\w-]|\\.\\w)", Pattern.CASE_INSENSITIVE);
    }
}
