package tako.octostache.json;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tako.octostache.filter.Whitespace;

/** Numbers as .NET reads and writes them in its invariant culture. */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d[\\d,]*(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final int DIGITS_WRITTEN_IN_FULL = 15;
    private static final int SMALLEST_PLAIN_SCALE = -3;

    private Numbers() {}

    /** A number with blanks around it, a sign, commas among its digits, a fraction and an exponent, or some of these; empty if it is none. */
    public static Optional<Double> parse(String text) {
        String number = Whitespace.trim(text);
        return NUMBER.matcher(number).matches()
                ? Optional.of(Double.parseDouble(number.replace(",", "")))
                : Optional.empty();
    }

    /** The shortest digits that give the same number again; very large and small ones with an exponent. */
    public static String format(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(Math.abs(number))).stripTrailingZeros();
        String sign = number < 0 ? "-" : "";
        int scale = exact.precision() - exact.scale();
        boolean scientific =
                scale > Math.max(exact.precision(), DIGITS_WRITTEN_IN_FULL) || scale < SMALLEST_PLAIN_SCALE;
        return sign + (scientific ? scientific(exact, scale - 1) : exact.toPlainString());
    }

    private static String scientific(BigDecimal exact, int exponent) {
        String digits = exact.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return String.format(
                Locale.ROOT, "%s%sE%s%02d", digits.charAt(0), fraction, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
