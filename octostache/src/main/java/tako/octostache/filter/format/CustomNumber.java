package tako.octostache.filter.format;

import java.util.List;

/** Writes a number by a pattern. */
final class CustomNumber {
    private static final int NEGATIVE = 1;
    private static final int ZERO = 2;
    private static final int MOST_EXPONENT_DIGITS = 10;

    private final PatternLayout layout;
    private final Digits number;
    private final StringBuilder result = new StringBuilder();

    /** How many digits of the number are still to be written before the pattern's own places begin; below zero, how many places are too many. */
    private int surplus;

    /** How many places there are up to the point. */
    private int place;

    private int written;
    private boolean pointWritten;
    private boolean exponentWritten;

    private CustomNumber(PatternLayout layout, Digits number) {
        this.layout = layout;
        this.number = number;
        this.surplus = layout.scientific() ? 0 : number.scale() - layout.point();
        this.place = layout.scientific() ? layout.point() : Math.max(number.scale(), layout.point());
    }

    static String format(String pattern, Digits number) {
        List<List<PatternToken>> sections = PatternToken.sections(pattern);
        int chosen = choose(sections, number.isZero() ? ZERO : number.negative() ? NEGATIVE : 0);
        Digits fitted = PatternLayout.of(sections.get(chosen)).fit(number);
        if (!number.isZero() && fitted.isZero()) {
            // What is written as zero is one.
            chosen = choose(sections, ZERO);
            fitted = PatternLayout.of(sections.get(chosen)).fit(fitted);
        }
        String text = new CustomNumber(PatternLayout.of(sections.get(chosen)), fitted).write(sections.get(chosen));
        return chosen == 0 && fitted.negative() && !text.isEmpty() ? "-" + text : text;
    }

    /** A section that is missing or empty is the first one. */
    private static int choose(List<List<PatternToken>> sections, int wanted) {
        return wanted < sections.size() && !sections.get(wanted).isEmpty() ? wanted : 0;
    }

    private String write(List<PatternToken> section) {
        section.forEach(this::write);
        return result.toString();
    }

    private void write(PatternToken token) {
        switch (token) {
            case PatternToken.Digit _ -> {
                writeSurplus();
                writePlace();
            }
            case PatternToken.Point _ -> {
                writeSurplus();
                writePoint();
            }
            case PatternToken.Comma _ -> {}
            case PatternToken.Share(char sign) -> result.append(sign);
            case PatternToken.Exponent exponent -> writeExponent(exponent);
            case PatternToken.Plain(String text) -> result.append(text);
        }
    }

    private void writeSurplus() {
        for (; surplus > 0; surplus--) {
            writeDigit(number.at(written++));
            place--;
        }
    }

    private void writePlace() {
        if (surplus < 0) {
            surplus++;
            if (place <= layout.firstAlways()) {
                writeDigit('0');
            }
        } else if (written < number.digits().length() || place > -layout.lastAlways()) {
            writeDigit(number.at(written++));
        }
        place--;
    }

    private void writeDigit(char digit) {
        result.append(digit);
        if (layout.grouped() && place > 1 && (place - 1) % 3 == 0) {
            result.append(',');
        }
    }

    private void writePoint() {
        boolean decimals = layout.point() < layout.digits() && written < number.digits().length();
        if (place == 0 && !pointWritten && (layout.lastAlways() > 0 || decimals)) {
            result.append('.');
            pointWritten = true;
        }
    }

    /** Only the first one is an exponent. */
    private void writeExponent(PatternToken.Exponent exponent) {
        if (exponentWritten) {
            result.append(exponent.text());
            return;
        }
        int power = number.isZero() ? 0 : number.scale() - layout.point();
        int digits = Math.min(exponent.leastDigits(), MOST_EXPONENT_DIGITS);
        result.append(Digits.exponent(exponent.text().charAt(0), power, digits, exponent.hasPlus()));
        exponentWritten = true;
    }
}
