package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;

/** A secret in a URL or a form. Encoders differ in what they leave as it is, in the case of digits and in blanks. */
final class PercentForms {
    private static final String[] KEPT = {"-_.~", "-_.~!*'()", "-_.*", "-_.!~*'()/:@$,;=+?&", "-_.~/"};
    private static final String[] DIGITS = {"0123456789ABCDEF", "0123456789abcdef"};

    private PercentForms() {}

    static void add(Set<String> forms, String text) {
        if (EscapedForms.isPlain(text)) {
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        for (String kept : KEPT) {
            for (String digits : DIGITS) {
                String encoded = encoded(bytes, kept, digits);
                forms.add(encoded);
                forms.add(encoded.replace("%20", "+"));
            }
        }
    }

    private static String encoded(byte[] bytes, String kept, String digits) {
        StringBuilder url = new StringBuilder(2 * bytes.length);
        for (byte one : bytes) {
            if (isLetterOrDigit(one) || (one > 0 && kept.indexOf(one) >= 0)) {
                url.append((char) one);
            } else {
                url.append('%').append(digits.charAt((one >> 4) & 0xF)).append(digits.charAt(one & 0xF));
            }
        }
        return url.toString();
    }

    private static boolean isLetterOrDigit(byte one) {
        return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || (one >= '0' && one <= '9');
    }
}
