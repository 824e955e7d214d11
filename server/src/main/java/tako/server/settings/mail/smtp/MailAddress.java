package tako.server.settings.mail.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address (RFC 5322 addr-spec within the bounds of RFC 5321) with the name shown beside it.
 *
 * @param address {@code ada@example.org}, ASCII; international domains are in their ASCII form
 * @param name "" for none
 */
public record MailAddress(String address, String name) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{gc=Cc}\\u2028\\u2029]");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

    /** An address as people write it, {@code Ada <ada@example.org>} or bare; empty for what is none. */
    public static Optional<MailAddress> parse(String text) {
        String stripped = text.strip();
        if (stripped.length() > 2 * LONGEST || UNUSABLE.matcher(stripped).find()) {
            return Optional.empty();
        }
        try {
            InternetAddress parsed = new InternetAddress(stripped, false);
            return usable(parsed.getAddress())
                    .map(address -> new MailAddress(
                            address, Optional.ofNullable(parsed.getPersonal()).orElse("")));
        } catch (AddressException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> usable(String address) throws AddressException {
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        Optional<String> domain = ascii(address.substring(at + 1));
        String local = address.substring(0, at);
        if (domain.isEmpty() || !PRINTABLE.matcher(local).matches()) {
            return Optional.empty();
        }
        String whole = local + "@" + domain.get();
        new InternetAddress(whole, true).validate();
        return Optional.of(whole).filter(text -> text.length() <= LONGEST);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED))
                    .filter(text -> DOMAIN.matcher(text).matches());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** What tells it from others: letter case does not. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** The part after the last {@code @}. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    InternetAddress internetAddress() {
        try {
            InternetAddress result = new InternetAddress();
            result.setAddress(address);
            if (!name.isEmpty()) {
                result.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return result;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
