package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * How a secret may look in output: as it is, as base64 within more text (at its three alignments, also wrapped and in the
 * alphabet of URLs), escaped in JSON as the usual encoders do it, encoded in a URL. A secret of several lines also counts line by line.
 */
final class SecretForms {
    private static final String UNRESERVED = "-_.~";

    private SecretForms() {}

    /**
     * All forms of a secret that are long enough to be looked for.
     *
     * @param shortest in characters
     */
    static Set<String> of(String secret, int shortest) {
        Set<String> forms = new HashSet<>();
        String text = withoutOuterLineEnds(secret.replace("\r\n", "\n"));
        for (String value : new HashSet<>(List.of(text, withoutOuterLineEnds(secret)))) {
            forms.add(value);
            addBase64(forms, value.getBytes(UTF_8));
            addJson(forms, value);
            addUrl(forms, value);
        }
        List.copyOf(forms).stream()
                .filter(form -> form.indexOf('\n') >= 0)
                .forEach(form -> form.lines().map(String::strip).forEach(forms::add));
        forms.removeIf(form -> form.length() < shortest);
        return forms;
    }

    /** Output has line ends of its own there. */
    private static String withoutOuterLineEnds(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isLineEnd(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    private static void addBase64(Set<String> forms, byte[] secret) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            // Characters that bits of the bytes before or behind have a part in are not the secret's own.
            int first = (before * 8 + 5) / 6;
            int followed = shifted.length * 8 / 6;
            for (String alphabet : List.of(encoded, encoded.replace('+', '-').replace('/', '_'))) {
                forms.add(alphabet.substring(first, Math.max(first, followed)));
                forms.add(alphabet.substring(first));
                forms.add(alphabet.substring(first).replace("=", ""));
            }
        }
        for (int width : new int[] {64, 76}) {
            forms.add(Base64.getMimeEncoder(width, new byte[] {'\n'}).encodeToString(secret));
        }
    }

    private static void addJson(Set<String> forms, String text) {
        String lower = "\\u%04x";
        String upper = "\\u%04X";
        IntPredicate none = character -> false;
        IntPredicate notAscii = character -> character > '~';
        IntPredicate notHtml = character -> "<>&".indexOf(character) >= 0 || character == 0x2028 || character == 0x2029;
        IntPredicate strict = notAscii.or(character -> "\"'`<>&+".indexOf(character) >= 0);
        forms.add(json(text, none, lower));
        forms.add(json(text, none, lower).replace("/", "\\/"));
        forms.add(json(text, notAscii, lower));
        forms.add(json(text, notAscii, lower).replace("/", "\\/"));
        forms.add(json(text, notHtml, lower));
        forms.add(json(text, strict, upper));
    }

    private static String json(String text, IntPredicate escaped, String format) {
        StringBuilder json = new StringBuilder();
        text.chars().forEach(character -> {
            int common = "\"\\\n\r\t\b\f".indexOf(character);
            if (escaped.test(character) || (common < 0 && character < ' ')) {
                json.append(format.formatted(character));
            } else if (common >= 0) {
                json.append('\\').append("\"\\nrtbf".charAt(common));
            } else {
                json.append((char) character);
            }
        });
        return json.toString();
    }

    private static void addUrl(Set<String> forms, String text) {
        for (String kept : List.of(UNRESERVED, UNRESERVED + "!*'()", "-_.*", "-_.!~*'()/:@$,;=+?&", "-_.~/")) {
            String encoded = url(text, kept, "%%%02X"::formatted);
            forms.add(encoded);
            forms.add(encoded.replace("%20", "+"));
            String lower = url(text, kept, "%%%02x"::formatted);
            forms.add(lower);
            forms.add(lower.replace("%20", "+"));
        }
    }

    private static String url(String text, String kept, IntFunction<String> escape) {
        StringBuilder url = new StringBuilder();
        for (byte one : text.getBytes(UTF_8)) {
            int value = one & 0xFF;
            boolean plain = value < 128 && (Character.isLetterOrDigit(value) || kept.indexOf(value) >= 0);
            url.append(plain ? Character.toString(value) : escape.apply(value));
        }
        return url.toString();
    }
}
