package tako.app.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of the domain.
 *
 * @param key by which tests name it: an area and a name, {@code progression.latest-success}
 * @param text what it says, a sentence
 */
record Rule(String key, String text) {
    private static final Pattern LINE = Pattern.compile("([a-z]+\\.[a-z0-9-]+)\\s+(\\S.*)");

    /** The rules of a list: a rule on each line, empty lines and those that begin with {@code #} aside. */
    static List<Rule> list(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Rule::of)
                .toList();
    }

    private static Rule of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No rule: '" + line + "'. Write a key, a blank and a sentence.");
        }
        return new Rule(parts.group(1), parts.group(2).strip());
    }

    String area() {
        return key.substring(0, key.indexOf('.'));
    }
}
