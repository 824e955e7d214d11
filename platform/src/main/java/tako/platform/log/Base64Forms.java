package tako.platform.log;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Set;

/**
 * A secret within base64, in both alphabets: three bytes become four characters, so it looks differently behind no, one or two bytes of
 * something else. Its bytes are UTF-8, or UTF-16 as PowerShell takes its encoded commands. Line ends may stand anywhere in it.
 */
final class Base64Forms {
    /** At which widths base64 of a secret alone is usually wrapped; its lines may be indented, in YAML for one. */
    private static final int[] WIDTHS = {64, 76};

    private Base64Forms() {}

    static void add(Set<String> forms, String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        addAligned(forms, bytes);
        addAligned(forms, secret.getBytes(UTF_16LE));
        String encoded = Base64.getEncoder().encodeToString(bytes);
        for (int width : WIDTHS) {
            for (int from = 0; encoded.length() > width && from < encoded.length(); from += width) {
                forms.add(encoded.substring(from, Math.min(from + width, encoded.length())));
            }
        }
    }

    private static void addAligned(Set<String> forms, byte[] secret) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            // Characters that bits of the bytes before or behind have a part in are not the secret's own.
            int first = (before * 8 + 5) / 6;
            int followed = Math.max(first, shifted.length * 8 / 6);
            addAlphabets(forms, encoded.substring(first, followed));
            if (followed < encoded.length()) {
                addAlphabets(forms, encoded.substring(first, followed + 1));
                addAlphabets(forms, encoded.substring(first));
            }
        }
    }

    private static void addAlphabets(Set<String> forms, String encoded) {
        forms.add(encoded);
        if (encoded.indexOf('+') >= 0 || encoded.indexOf('/') >= 0) {
            forms.add(encoded.replace('+', '-').replace('/', '_'));
        }
    }
}
