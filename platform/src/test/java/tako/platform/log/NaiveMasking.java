package tako.platform.log;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Masks as anybody would: looks for every form at every place. */
public final class NaiveMasking {
    private final Set<String> forms = new TreeSet<>();

    /** Masks these. */
    public NaiveMasking(Collection<String> secrets) {
        secrets.stream()
                .filter(secret -> secret.strip().length() >= Masking.SHORTEST)
                .forEach(secret -> forms.addAll(SecretForms.of(secret, Masking.SHORTEST)));
    }

    /** All that is looked for, in order. */
    public Set<String> forms() {
        return forms;
    }

    /** A whole text, masked. */
    public String mask(String text) {
        boolean[] secret = new boolean[text.length()];
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                Arrays.fill(secret, at, at + form.length(), true);
            }
        }
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            boolean lineEnd = "\r\n".indexOf(text.charAt(at)) >= 0;
            boolean goesOn = at > 0 && secret[at - 1] && "\r\n".indexOf(text.charAt(at - 1)) < 0;
            if (!secret[at] || lineEnd) {
                shown.append(text.charAt(at));
            } else if (!goesOn) {
                shown.append(Masking.MASK);
            }
        }
        return shown.toString();
    }
}
