package tako.octostache.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is put where an expression was found. A {@code $} that leads to nothing is a plain one. */
final class RegexReplacement {
    private static final Pattern SPECIAL = Pattern.compile("\\$(?:([0-9]+)|\\{(\\w+)\\}|([$&`'+_]))");

    private final List<Part> parts = new ArrayList<>();

    /** A part of the replacement, made for one match in a text. */
    @FunctionalInterface
    private interface Part {
        String of(MatchResult match, String text);
    }

    RegexReplacement(String replacement, Map<String, List<Integer>> groups) {
        Matcher special = SPECIAL.matcher(replacement);
        int end = 0;
        while (special.find()) {
            literal(replacement.substring(end, special.start()));
            end = special.end();
            parts.add(part(special.toMatchResult(), groups));
        }
        literal(replacement.substring(end));
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            parts.add((_, _) -> text);
        }
    }

    private static Part part(MatchResult special, Map<String, List<Integer>> groups) {
        String sign = special.group(3);
        if (sign != null) {
            return bySign(sign.charAt(0));
        }
        String name = special.group(1) == null ? special.group(2) : withoutZeros(special.group(1));
        List<Integer> named = groups.getOrDefault(name, List.of());
        String asWritten = special.group();
        return named.isEmpty() ? (_, _) -> asWritten : (match, _) -> last(match, named);
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    private static Part bySign(char sign) {
        return switch (sign) {
            case '$' -> (_, _) -> "$";
            case '&' -> (match, _) -> match.group();
            case '`' -> (match, text) -> text.substring(0, match.start());
            case '\'' -> (match, text) -> text.substring(match.end());
            case '+' -> (match, _) -> last(match, List.of(match.groupCount()));
            default -> (_, text) -> text;
        };
    }

    /** Nothing for a group that took no part. */
    private static String last(MatchResult match, List<Integer> groups) {
        for (int group : groups.reversed()) {
            String found = match.group(group);
            if (found != null) {
                return found;
            }
        }
        return "";
    }

    void write(MatchResult match, String text, StringBuilder result) {
        for (Part part : parts) {
            String piece = part.of(match, text);
            OutputBound.check("Replace", (long) result.length() + piece.length());
            result.append(piece);
        }
    }
}
