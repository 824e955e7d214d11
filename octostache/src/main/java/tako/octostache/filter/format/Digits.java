package tako.octostache.filter.format;

import java.math.BigDecimal;

/**
 * A number on its way to text: {@code 0.DIGITS × 10^scale}.
 *
 * @param digits without leading zeros; empty for zero
 */
record Digits(Kind kind, boolean negative, String digits, int scale) {

    /** Where the number comes from. */
    enum Kind {
        INTEGER,
        DECIMAL,
        /** The only one that knows a negative zero; its digits are rounded before they come here. */
        FLOATING
    }

    static Digits of(Kind kind, BigDecimal number) {
        String digits = number.signum() == 0 ? "" : number.unscaledValue().abs().toString();
        return new Digits(kind, number.signum() < 0, digits, digits.length() - number.scale());
    }

    boolean isZero() {
        return digits.isEmpty();
    }

    boolean isRounded() {
        return kind == Kind.FLOATING;
    }

    /** The digit at that place, or a zero. */
    char at(int index) {
        return index < digits.length() ? digits.charAt(index) : '0';
    }

    Digits times10ToThe(int exponent) {
        return new Digits(kind, negative, digits, scale + exponent);
    }

    Digits withSign(boolean isNegative) {
        return new Digits(kind, isNegative, digits, scale);
    }

    /** With at most that many digits, without zeros at the end; halves away from zero. */
    Digits rounded(int count) {
        boolean up = count >= 0 && count < digits.length() && digits.charAt(count) >= '5';
        String kept = digits.substring(0, Math.clamp(count, 0, digits.length()));
        return up ? raised(kept) : withDigits(withoutZeros(kept), scale);
    }

    /** What is rounded already only loses its digits. */
    Digits cut(int count) {
        return isRounded()
                ? withDigits(withoutZeros(digits.substring(0, Math.clamp(count, 0, digits.length()))), scale)
                : rounded(count);
    }

    private Digits raised(String kept) {
        String head = kept.replaceFirst("9+$", "");
        if (head.isEmpty()) {
            return withDigits("1", scale + 1);
        }
        int last = head.length() - 1;
        return withDigits(head.substring(0, last) + (char) (head.charAt(last) + 1), scale);
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("0+$", "");
    }

    private Digits withDigits(String some, int newScale) {
        return some.isEmpty()
                ? new Digits(kind, negative && kind == Kind.FLOATING, "", 0)
                : new Digits(kind, negative, some, newScale);
    }

    /** As {@code E+05}. */
    static String exponent(char letter, int exponent, int leastDigits, boolean withPlus) {
        String sign = exponent < 0 ? "-" : withPlus ? "+" : "";
        String number = Integer.toString(Math.abs(exponent));
        return letter + sign + "0".repeat(Math.max(0, leastDigits - number.length())) + number;
    }
}
