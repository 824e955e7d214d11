package tako.steps.mail;

import java.util.ArrayList;
import java.util.List;

/** Addresses as people write them: one in each line, or joined by commas or semicolons. A quoted name may hold both. */
final class AddressList {
    private AddressList() {}

    /** The addresses in a text, each as it is written. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean lineEnd = next == '\n' || next == '\r';
            quoted = !lineEnd && (next == '"') != quoted;
            if (lineEnd || (!quoted && (next == ',' || next == ';'))) {
                add(parts, part);
            } else {
                part.append(next);
            }
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        String stripped = part.toString().strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
        part.setLength(0);
    }
}
