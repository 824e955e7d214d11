package tako.octostache.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The parts of an expression written for Java; references may lead to groups that only come later. */
final class RegexPieces {
    private static final Pattern OCTAL = Pattern.compile("[1-7][0-7].*");

    private final RegexCursor in;
    private final List<Piece> pieces = new ArrayList<>();

    RegexPieces(RegexCursor in) {
        this.in = in;
    }

    private sealed interface Piece {
        record Text(String text) implements Piece {}

        /** @param group a name or a number */
        record Reference(String group) implements Piece {}
    }

    void write(String java) {
        pieces.add(new Piece.Text(java));
    }

    void refer(String group) {
        pieces.add(new Piece.Reference(group));
    }

    /** @param groups Java's groups by the names and numbers that .NET gives them */
    String joined(Map<String, List<Integer>> groups) {
        var java = new StringBuilder();
        for (Piece piece : pieces) {
            java.append(
                    switch (piece) {
                        case Piece.Text(String text) -> text;
                        case Piece.Reference(String group) -> reference(group, groups.getOrDefault(group, List.of()));
                    });
        }
        return java.toString();
    }

    /** A number from 10 on that is no group's is the code of a character. */
    private String reference(String group, List<Integer> java) {
        if (!java.isEmpty()) {
            // The parentheses keep a digit behind it apart.
            return "(?:\\" + java.getLast() + ")";
        }
        if (!OCTAL.matcher(group).matches()) {
            throw in.refused(String.format(Locale.ROOT, "it refers to a group \"%s\" that it does not have", group));
        }
        var digits = new RegexCursor(group);
        var text = new StringBuilder(RegexEscapes.literal(new RegexEscapes(digits).character()));
        while (!digits.atEnd()) {
            text.append(digits.next());
        }
        return text.toString();
    }
}
