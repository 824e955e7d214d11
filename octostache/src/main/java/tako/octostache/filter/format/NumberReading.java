package tako.octostache.filter.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as .NET reads them in its invariant culture. */
public final class NumberReading {
    private static final String BLANK = "[\t-\r ]*+";
    private static final String DIGITS = "(?:([0-9][0-9,]*+)(?:\\.([0-9]*+))?|\\.([0-9]++))";
    private static final String WHOLE_DIGITS = "(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)";
    private static final String EXPONENT = "(?:[eE][+-]?[0-9]++)?";
    private static final Pattern DECIMAL = Pattern.compile(
            BLANK + "([+-]?)" + DIGITS + BLANK + "([+-]?)" + BLANK);
    private static final Pattern FLOAT = Pattern.compile(BLANK + "([+-]?" + WHOLE_DIGITS + EXPONENT + ")" + BLANK);
    private static final Pattern GROUPED_FLOAT = Pattern.compile(
            BLANK + "([+-]?(?:[0-9][0-9,]*+(?:\\.[0-9]*+)?|\\.[0-9]++)" + EXPONENT + ")" + BLANK);
    private static final Pattern NOT_FINITE = Pattern.compile(BLANK + "(?:(NaN)|([+-]?)Infinity)" + BLANK, Pattern.CASE_INSENSITIVE);
    private static final BigInteger LIMIT = BigInteger.TWO.pow(96);
    private static final int LARGEST_SCALE = 28;
    private static final int LONGEST = 1_000;

    private NumberReading() {}

    /** A decimal: a sign before or behind, commas between digits, no exponent; below 2^96, with at most 28 decimals (more are rounded). */
    public static Optional<BigDecimal> decimal(String text) {
        Matcher number = DECIMAL.matcher(text);
        if (text.length() > LONGEST || !number.matches()) {
            return Optional.empty();
        }
        String before = orNothing(number.group(2)).replace(",", "");
        String decimals = orNothing(number.group(3)) + orNothing(number.group(4));
        String leading = orNothing(number.group(1));
        String trailing = orNothing(number.group(5));
        if (!leading.isEmpty() && !trailing.isEmpty()) {
            return Optional.empty();
        }
        var magnitude = new BigDecimal("0" + before + "." + decimals + (decimals.isEmpty() ? "0" : ""));
        BigDecimal written = decimals.isEmpty() ? magnitude.setScale(0) : magnitude;
        return fitted(written).map(fitted -> (leading + trailing).equals("-") ? fitted.negate() : fitted);
    }

    private static String orNothing(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static Optional<BigDecimal> fitted(BigDecimal magnitude) {
        BigDecimal result = magnitude.scale() > LARGEST_SCALE
                ? magnitude.setScale(LARGEST_SCALE, RoundingMode.HALF_EVEN)
                : magnitude;
        while (result.unscaledValue().compareTo(LIMIT) >= 0 && result.scale() > 0) {
            result = magnitude.setScale(result.scale() - 1, RoundingMode.HALF_EVEN);
        }
        return result.unscaledValue().compareTo(LIMIT) < 0 ? Optional.of(result) : Optional.empty();
    }

    /** A double with an exponent, without commas. */
    public static Optional<Double> floating(String text) {
        return floating(text, FLOAT);
    }

    /** A double with an exponent and with commas between its digits. */
    public static Optional<Double> groupedFloating(String text) {
        return floating(text, GROUPED_FLOAT);
    }

    private static Optional<Double> floating(String text, Pattern form) {
        Matcher special = NOT_FINITE.matcher(text);
        if (special.matches()) {
            return Optional.of(special.group(1) != null
                    ? Double.NaN
                    : "-".equals(special.group(2)) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        Matcher number = form.matcher(text);
        return number.matches()
                ? Optional.of(Double.parseDouble(number.group(1).replace(",", "")))
                : Optional.empty();
    }
}
