package tako.platform.log;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a secret may look in output: as it is, with either kind of line ends; within base64; escaped in other languages; encoded in a URL. A
 * secret of several lines also counts line by line.
 */
final class SecretForms {
    /** Longer secrets are files; of these only the usual forms are looked for. In characters. */
    private static final int FILE = 1 << 14;

    private SecretForms() {}

    /**
     * All forms of a secret that are long enough to be looked for.
     *
     * @param shortest in characters
     */
    static Set<String> of(String secret, int shortest) {
        Set<String> forms = new HashSet<>();
        for (String value : values(secret)) {
            forms.add(value);
            Base64Forms.add(forms, value);
            if (value.length() > FILE) {
                forms.add(EscapedForms.json(value));
            } else {
                EscapedForms.add(forms, value);
                PercentForms.add(forms, value);
            }
        }
        addLines(forms);
        forms.removeIf(form -> form.length() < shortest);
        return forms;
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

    private static void addLines(Set<String> forms) {
        Set<String> lines = new HashSet<>();
        for (String form : forms) {
            if (form.indexOf('\n') >= 0) {
                form.lines().map(String::strip).forEach(lines::add);
            }
        }
        for (String line : lines) {
            forms.add(line);
            EscapedForms.add(forms, line);
        }
    }
}
