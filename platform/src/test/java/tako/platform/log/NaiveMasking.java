package tako.platform.log;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Masks as anybody would: looks for every form at every place. */
public final class NaiveMasking {
    private final Set<String> plain = new TreeSet<>();
    private final Set<String> base64 = new TreeSet<>();

    /** Masks these. */
    public NaiveMasking(Collection<String> secrets) {
        secrets.stream()
                .filter(secret -> secret.strip().length() >= Masking.SHORTEST)
                .map(secret -> SecretForms.of(secret, Masking.SHORTEST))
                .forEach(forms -> {
                    plain.addAll(forms.plain());
                    base64.addAll(forms.base64());
                });
    }

    /** All that is looked for, in order. */
    public Set<String> forms() {
        Set<String> forms = new TreeSet<>(plain);
        forms.addAll(base64);
        return forms;
    }

    /** A whole text, masked. */
    public String mask(String text) {
        boolean[] secret = new boolean[text.length()];
        for (String form : plain) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                Arrays.fill(secret, at, at + form.length(), true);
            }
        }
        for (String form : base64) {
            for (int at = text.indexOf(form.charAt(0)); at >= 0; at = text.indexOf(form.charAt(0), at + 1)) {
                markWrapped(text, form, at, secret);
            }
        }
        return shown(text, secret);
    }

    private static void markWrapped(String text, String form, int start, boolean[] secret) {
        int found = 0;
        int begin = start;
        int lineEnds = 0;
        for (int at = start; at < text.length(); at++) {
            if (isLineEnd(text.charAt(at))) {
                lineEnds++;
                if (lineEnds > 4) {
                    return;
                } else if (found < 4) {
                    begin = at + 1;
                } else if (found >= 16) {
                    Arrays.fill(secret, begin, at, true);
                }
                continue;
            }
            if (text.charAt(at) != form.charAt(found)) {
                return;
            }
            lineEnds = 0;
            found++;
            if (found == form.length()) {
                Arrays.fill(secret, begin, at + 1, true);
                return;
            }
        }
    }

    private static String shown(String text, boolean[] secret) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean lineEnd = isLineEnd(text.charAt(at));
            boolean goesOn = at > 0 && secret[at - 1] && !isLineEnd(text.charAt(at - 1));
            if (!secret[at] || lineEnd) {
                shown.append(text.charAt(at));
            } else if (!goesOn) {
                shown.append(Masking.MASK);
            }
        }
        return shown.toString();
    }

    private static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }
}
