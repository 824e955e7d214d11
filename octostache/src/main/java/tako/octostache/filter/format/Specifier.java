package tako.octostache.filter.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A standard format: a letter and perhaps a number.
 *
 * @param precision the number; {@link #DEFAULT} if there is none
 */
record Specifier(char letter, int precision) {
    static final int DEFAULT = -1;
    static final Specifier GENERAL = new Specifier('G', DEFAULT);
    /** .NET writes up to a billion digits; nobody means that. */
    static final int MOST_DIGITS = 10_000;

    private static final Pattern STANDARD = Pattern.compile("([A-Za-z])([0-9]*)");
    private static final int MOST_READ = 9;

    /** Empty if the format is a custom one. */
    static Optional<Specifier> parse(String format) {
        if (format.isEmpty()) {
            return Optional.of(GENERAL);
        }
        Matcher standard = STANDARD.matcher(format);
        if (!standard.matches()) {
            return Optional.empty();
        }
        String digits = standard.group(2);
        int precision = digits.length() > MOST_READ ? Integer.MAX_VALUE : digits.isEmpty() ? DEFAULT : Integer.parseInt(digits);
        return Optional.of(new Specifier(standard.group(1).charAt(0), precision));
    }

    boolean isUsable() {
        return precision <= MOST_DIGITS;
    }

    char kind() {
        return Character.toUpperCase(letter);
    }

    int precisionOr(int standard) {
        return precision == DEFAULT ? standard : precision;
    }

    /** The {@code E} before an exponent is as large as the letter. */
    char exponentLetter() {
        return Character.isUpperCase(letter) ? 'E' : 'e';
    }
}
