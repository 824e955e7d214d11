package tako.octostache.filter.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers in .NET's formats: a letter with a precision ({@code N2}), or a pattern ({@code #,##0.00}). Decimals and whole numbers are rounded half
 * away from zero. The result is empty where .NET complains of the format, and where more than {@value Specifier#MOST_DIGITS} digits are asked for.
 */
public final class NumberFormat {
    private static final int DIGITS_FOR_PATTERNS = 15;

    private NumberFormat() {}

    public static Optional<String> format(BigDecimal number, String format) {
        Digits digits = Digits.of(Digits.Kind.DECIMAL, number);
        return Specifier.parse(format)
                .map(standard -> standard.isUsable() ? StandardNumber.format(standard, digits) : Optional.<String>empty())
                .orElseGet(() -> Optional.of(CustomNumber.format(format, digits)));
    }

    public static Optional<String> format(int number, String format) {
        Digits digits = Digits.of(Digits.Kind.INTEGER, BigDecimal.valueOf(number));
        return Specifier.parse(format)
                .map(standard -> standard.isUsable() ? format(number, standard, digits) : Optional.<String>empty())
                .orElseGet(() -> Optional.of(CustomNumber.format(format, digits)));
    }

    private static Optional<String> format(int number, Specifier format, Digits digits) {
        int places = Math.max(0, format.precision());
        return switch (format.kind()) {
            case 'B' -> Optional.of(padded(Integer.toBinaryString(number), places));
            case 'D' -> Optional.of(whole(number, places));
            case 'X' -> {
                String hex = padded(Integer.toHexString(number), places);
                yield Optional.of(format.letter() == 'X' ? hex.toUpperCase(Locale.ROOT) : hex);
            }
            case 'G' -> places == 0 ? Optional.of(whole(number, 0)) : StandardNumber.format(format, digits);
            default -> StandardNumber.format(format, digits);
        };
    }

    private static String whole(int number, int places) {
        return (number < 0 ? "-" : "") + padded(Long.toString(Math.abs((long) number)), places);
    }

    private static String padded(String digits, int places) {
        return "0".repeat(Math.max(0, places - digits.length())) + digits;
    }

    public static Optional<String> format(double number, String format) {
        Optional<Specifier> standard = Specifier.parse(format);
        if (standard.isPresent() && !standard.get().isUsable()) {
            return Optional.empty();
        }
        if (!Double.isFinite(number)) {
            return Optional.of(Double.toString(number));
        }
        BigDecimal rounded = standard.map(letter -> rounded(number, letter))
                .orElseGet(() -> new BigDecimal(number).round(halfEven(DIGITS_FOR_PATTERNS)));
        boolean negative = Double.compare(number, 0.0) < 0;
        Digits digits = Digits.of(Digits.Kind.FLOATING, withoutZeros(rounded)).withSign(negative);
        return standard.map(letter -> StandardNumber.format(letter, digits))
                .orElseGet(() -> Optional.of(CustomNumber.format(format, digits)));
    }

    private static BigDecimal withoutZeros(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** From the exact value, halves to the even digit; or the fewest digits that give the same number again. */
    private static BigDecimal rounded(double number, Specifier format) {
        BigDecimal exact = new BigDecimal(number);
        int decimals = format.precisionOr(StandardNumber.DECIMALS);
        return switch (format.kind()) {
            case 'C', 'F', 'N' -> exact.setScale(decimals, RoundingMode.HALF_EVEN);
            case 'P' -> exact.setScale(decimals + 2, RoundingMode.HALF_EVEN);
            case 'E' -> exact.round(halfEven(format.precisionOr(StandardNumber.EXPONENT_DECIMALS) + 1));
            default -> format.kind() == 'G' && format.precision() > 0
                    ? exact.round(halfEven(format.precision()))
                    : new BigDecimal(Double.toString(number));
        };
    }

    private static MathContext halfEven(int digits) {
        return new MathContext(digits, RoundingMode.HALF_EVEN);
    }
}
