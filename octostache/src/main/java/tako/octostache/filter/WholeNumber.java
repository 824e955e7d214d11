package tako.octostache.filter;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whole numbers of 32 bits as .NET reads them: blanks around and a sign are allowed. */
public final class WholeNumber {
    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+");

    private WholeNumber() {}

    /** The number, with blanks around it and a sign if it likes; empty if it is none of 32 bits. */
    public static Optional<Integer> parse(String text) {
        String number = Whitespace.trim(text);
        if (!DIGITS.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(number));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
