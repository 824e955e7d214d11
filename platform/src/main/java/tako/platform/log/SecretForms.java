package tako.platform.log;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How secrets may look in output: as they are, with either kind of line ends; escaped in other languages; encoded in a URL; within base64. A
 * secret of several lines also counts line by line.
 *
 * @param plain to be looked for as they are
 * @param base64 to be looked for with line ends anywhere in them
 */
record SecretForms(Set<String> plain, Set<String> base64) {
    /** Longer secrets are files; of these only the usual forms are looked for. In characters. */
    private static final int FILE = 1 << 14;

    /** No forms, and room for more. */
    static SecretForms none() {
        return new SecretForms(new HashSet<>(), new HashSet<>());
    }

    /**
     * All forms of a secret that are long enough to be looked for.
     *
     * @param shortest in characters
     */
    static SecretForms of(String secret, int shortest) {
        SecretForms forms = none();
        for (String value : values(secret)) {
            forms.plain.add(value);
            Base64Forms.add(forms.base64, value);
            if (value.length() > FILE) {
                forms.plain.add(EscapedForms.json(value));
            } else {
                EscapedForms.add(forms.plain, value);
                PercentForms.add(forms.plain, value);
            }
        }
        addLines(forms.plain, secret);
        forms.plain.removeIf(form -> form.length() < shortest);
        forms.base64.removeIf(form -> form.length() < shortest);
        return forms;
    }

    /** Adds those of another secret. */
    void add(SecretForms more) {
        plain.addAll(more.plain);
        base64.addAll(more.base64);
    }

    /** Forgets all. */
    void clear() {
        plain.clear();
        base64.clear();
    }

    /** Without the forms, which are secret. */
    @Override
    public String toString() {
        return "SecretForms[" + (plain.size() + base64.size()) + "]";
    }

    /** The secret as different systems end its lines. Output has line ends and blanks of its own around it. */
    private static Set<String> values(String secret) {
        Set<String> values = new LinkedHashSet<>();
        String text = secret.replace("\r\n", "\n");
        for (String one : List.of(secret, text, text.replace("\n", "\r\n"))) {
            values.add(withoutOuterLineEnds(one));
            values.add(one.strip());
        }
        return values;
    }

    private static String withoutOuterLineEnds(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && MaskedText.isLineEnd(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && MaskedText.isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static void addLines(Set<String> forms, String secret) {
        if (secret.indexOf('\n') < 0) {
            return;
        }
        for (String line : secret.lines().map(String::strip).collect(Collectors.toSet())) {
            forms.add(line);
            EscapedForms.add(forms, line);
        }
    }
}
