package tako.octostache.filter.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a pattern for numbers. */
sealed interface PatternToken {

    /** {@code 0}, or {@code #} for a digit that may be missing. */
    record Digit(boolean always) implements PatternToken {}

    /** {@code .} */
    record Point() implements PatternToken {}

    /** {@code ,} between digits for groups, behind them for thousands. */
    record Comma() implements PatternToken {}

    /** {@code %} or {@code ‰}. */
    record Share(char sign) implements PatternToken {
        static final char PERCENT = '%';

        int exponent() {
            return sign == PERCENT ? 2 : 3;
        }
    }

    /** {@code E+00} */
    record Exponent(String text) implements PatternToken {
        int leastDigits() {
            return (int) text.chars().filter(c -> c == '0').count();
        }

        boolean hasPlus() {
            return text.indexOf('+') > 0;
        }
    }

    /** What stands for itself. */
    record Plain(String text) implements PatternToken {}

    /** The sections of a pattern, which semicolons part: for positive numbers, negative ones, and zero. */
    static List<List<PatternToken>> sections(String pattern) {
        var sections = new ArrayList<List<PatternToken>>();
        var section = new ArrayList<PatternToken>();
        Matcher piece = Pieces.PATTERN.matcher(pattern);
        while (piece.find()) {
            if (piece.group().equals(";")) {
                sections.add(List.copyOf(section));
                section.clear();
            } else {
                section.add(Pieces.token(piece));
            }
        }
        sections.add(List.copyOf(section));
        return sections;
    }

    /** How a pattern is cut. */
    final class Pieces {
        /** An exponent; a quoted text, which may go on to the end; a character behind a backslash; any character. */
        private static final Pattern PATTERN = Pattern.compile(
                "([eE][+-]?0+)|'([^']*)'?|\"([^\"]*)\"?|\\\\(.?)|.", Pattern.DOTALL);

        private Pieces() {}

        private static PatternToken token(Matcher piece) {
            if (piece.group(1) != null) {
                return new Exponent(piece.group(1));
            }
            for (int group = 2; group <= 4; group++) {
                if (piece.group(group) != null) {
                    return new Plain(piece.group(group));
                }
            }
            char c = piece.group().charAt(0);
            return switch (c) {
                case '0', '#' -> new Digit(c == '0');
                case '.' -> new Point();
                case ',' -> new Comma();
                case '%', '‰' -> new Share(c);
                default -> new Plain(Character.toString(c));
            };
        }
    }
}
