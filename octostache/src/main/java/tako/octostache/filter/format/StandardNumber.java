package tako.octostache.filter.format;

import java.util.Optional;

/** Numbers in the standard formats {@code C E F G N P R}. */
final class StandardNumber {
    static final int DECIMALS = 2;
    static final int EXPONENT_DECIMALS = 6;
    private static final int DIGITS_WRITTEN_IN_FULL = 15;
    private static final int SMALLEST_PLAIN_SCALE = -3;
    private static final int EXPONENT_DIGITS = 3;
    private static final int GENERAL_EXPONENT_DIGITS = 2;
    private static final String CURRENCY = "¤";
    private static final String PERCENT = " %";

    private StandardNumber() {}

    /** Empty if the letter stands for nothing, or for nothing of this kind of number. */
    static Optional<String> format(Specifier format, Digits number) {
        int decimals = format.precisionOr(DECIMALS);
        return switch (format.kind()) {
            case 'C' -> Optional.of(currency(fixedNumber(number, decimals), decimals));
            case 'E' -> Optional.of(scientific(format, number));
            case 'F' -> Optional.of(signed(fixedNumber(number, decimals), decimals, false));
            case 'G' -> Optional.of(general(format, number));
            case 'N' -> Optional.of(signed(fixedNumber(number, decimals), decimals, true));
            case 'P' -> Optional.of(signed(fixedNumber(number.times10ToThe(2), decimals), decimals, true) + PERCENT);
            case 'R' -> number.kind() == Digits.Kind.FLOATING ? Optional.of(general(format, number)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Digits fixedNumber(Digits number, int decimals) {
        return number.cut(number.scale() + decimals);
    }

    private static String currency(Digits number, int decimals) {
        String amount = CURRENCY + fixed(number, decimals, true);
        return number.negative() ? "(" + amount + ")" : amount;
    }

    private static String sign(Digits number) {
        return number.negative() ? "-" : "";
    }

    private static String signed(Digits number, int decimals, boolean grouped) {
        return sign(number) + fixed(number, decimals, grouped);
    }

    private static String fixed(Digits number, int decimals, boolean grouped) {
        var result = new StringBuilder();
        for (int place = number.scale(); place > 0; place--) {
            result.append(number.at(number.scale() - place));
            if (grouped && place > 1 && (place - 1) % 3 == 0) {
                result.append(',');
            }
        }
        if (result.isEmpty()) {
            result.append('0');
        }
        if (decimals > 0) {
            result.append('.');
        }
        for (int place = 0; place < decimals; place++) {
            int index = number.scale() + place;
            result.append(index < 0 ? '0' : number.at(index));
        }
        return result.toString();
    }

    private static String scientific(Specifier format, Digits number) {
        int decimals = format.precisionOr(EXPONENT_DECIMALS);
        Digits rounded = number.cut(decimals + 1);
        var result = new StringBuilder(sign(rounded)).append(rounded.at(0));
        if (decimals > 0) {
            result.append('.');
        }
        for (int i = 1; i <= decimals; i++) {
            result.append(rounded.at(i));
        }
        int exponent = rounded.isZero() ? 0 : rounded.scale() - 1;
        return result.append(Digits.exponent(format.exponentLetter(), exponent, EXPONENT_DIGITS, true))
                .toString();
    }

    /** A decimal without a precision keeps the zeros that it was written with, and never gets an exponent. */
    private static String general(Specifier format, Digits number) {
        if (number.kind() == Digits.Kind.DECIMAL && format.precision() == Specifier.DEFAULT) {
            return (number.isZero() ? "" : sign(number)) + plain(number);
        }
        int given = Math.max(0, format.precision());
        int most = given > 0 && format.kind() == 'G' ? given : number.digits().length();
        Digits rounded = number.cut(most);
        int full = given == 0 && number.kind() == Digits.Kind.FLOATING ? Math.max(most, DIGITS_WRITTEN_IN_FULL) : most;
        boolean exponent = rounded.scale() > Math.max(full, 1) || rounded.scale() < SMALLEST_PLAIN_SCALE;
        return sign(rounded) + (exponent ? withExponent(format, rounded) : plain(rounded));
    }

    private static String plain(Digits number) {
        return fixed(number, Math.max(0, number.digits().length() - number.scale()), false);
    }

    private static String withExponent(Specifier format, Digits number) {
        String decimals = number.digits().substring(1);
        return number.at(0)
                + (decimals.isEmpty() ? "" : "." + decimals)
                + Digits.exponent(format.exponentLetter(), number.scale() - 1, GENERAL_EXPONENT_DIGITS, true);
    }
}
